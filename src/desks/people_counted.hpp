// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/period.hpp"
#include "desks/arrangements/action.hpp"

// What the desk of coverage asks of the desk that has the figures: whom it counted where.
namespace tenpoint::desks {

// People whom the agreed figures count at a place in a month or less. What is counted differently
// is of the same people and never added; of a stock the last stands.
struct PeopleCounted {
    std::string place;                               // its code
    std::string counted;                             // word of the indicator
    std::optional<arrangements::Population> people;  // empty: everybody
    Period period;
    std::int64_t count = 0;
    bool is_stock = false;
};

}  // namespace tenpoint::desks

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/period.hpp"

namespace tenpoint::formats {

// Reads dates that hold words: "31 August 2021", "August 31, 2021", "Aug-21", "Septembre 2012",
// "كانون الثاني/يناير 2021", "Q3 2021", "T3 2021", "2021W07". Nothing for what is none, also for
// two months ("Jan-Apr 2025") and for a day without a year.
std::optional<Period> period_of_words(std::string_view text);

}  // namespace tenpoint::formats

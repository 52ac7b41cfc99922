// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "base/period.hpp"
#include "desks/movements/codes.hpp"

namespace tenpoint::movements {

// Code of a word in a segment's dictionary. Two codes stand in every dictionary, for what they
// mean in the enumerations of codes.hpp.
using Code = std::uint32_t;
inline constexpr Code code_all = 0;
inline constexpr Code code_unknown = 1;
inline constexpr Code first_word_code = 2;

// Coordinates in millionths of a degree; `no_coordinate` where there is none.
inline constexpr std::int32_t no_coordinate = std::numeric_limits<std::int32_t>::min();

// One figure that one source reports, in the codes of its segment.
struct Observation {
    Indicator indicator{};
    Code place = code_unknown;  // dictionary of place codes: ISO 3166-1 alpha-3, P-code or site
    std::int32_t period = 0;    // Period::code()
    Code origin = code_all;     // dictionary of ISO 3166-1 alpha-3 codes (and OOO: others)
    Sex sex = Sex::all;
    AgeGroup age = AgeGroup::all;
    Profile profile = Profile::all;
    std::int64_t count = 0;
    std::int32_t latitude = no_coordinate;
    std::int32_t longitude = no_coordinate;
    std::int64_t row = 0;  // of the partner's file, counted from 1

    bool operator==(const Observation&) const = default;
};

// A column that has no meaning of its own and is kept all the same: "Sector", "Cause of death".
// It is a breakdown like the others: its values are codes of its own dictionary. A blank cell is
// code_unknown; code_all stands only where the file itself writes a total ("Total", "All").
struct ExtraDimension {
    std::string name;                // as the partner's header has it
    std::vector<std::string> words;  // words[i] has code first_word_code + i
};

}  // namespace tenpoint::movements

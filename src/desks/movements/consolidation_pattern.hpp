// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "desks/movements/observation.hpp"

namespace tenpoint::movements {

// The pattern of an observation: the set of dimensions by which it is broken down, that is, on
// which it is not `all`. A pattern that is a subset of another is a total beside its parts.
//
// The narrow age groups (0-4 … 60+) are a dimension below that of adult and child, so that children
// are a total of the children of 0-4, 5-11 and 12-17. Extra dimensions take part only where a file
// was found to hold totals in them (BlankTotals); elsewhere their values simply add up.
using Pattern = std::uint16_t;

inline constexpr Pattern by_origin = 1;
inline constexpr Pattern by_sex = 2;
inline constexpr Pattern by_age = 4;
inline constexpr Pattern by_narrow_age = 8;
inline constexpr Pattern by_profile = 16;
inline constexpr Pattern first_extra_pattern = 32;
inline constexpr std::size_t greatest_extra_patterns = 8;

constexpr bool is_subset(Pattern part, Pattern of) {
    return (part & of) == part;
}
constexpr bool is_proper_subset(Pattern part, Pattern of) {
    return part != of && is_subset(part, of);
}

// The broad age group that holds a narrow one; others are their own.
constexpr AgeGroup broad_age(AgeGroup age) {
    switch (age) {
        case AgeGroup::age_0_4:
        case AgeGroup::age_5_11:
        case AgeGroup::age_12_17:
            return AgeGroup::child;
        case AgeGroup::age_18_59:
        case AgeGroup::age_60_plus:
            return AgeGroup::adult;
        default:
            return age;
    }
}

constexpr Pattern pattern_of_age(AgeGroup age) {
    if (age == AgeGroup::all) return 0;
    return age == broad_age(age) ? by_age : by_age | by_narrow_age;
}

// The dimensions of a batch in which a blank ("unknown", in an extra dimension also `all`) equals
// the sum of its siblings throughout, and is therefore their total.
struct BlankTotals {
    bool origin = false;
    bool sex = false;
    bool age = false;
    bool profile = false;
    std::vector<std::size_t>
        extras;                      // indices of extra dimensions, at most greatest_extra_patterns
    std::vector<std::string> names;  // of all of these: "origin", "sex" …, the partner's headers

    bool empty() const { return names.empty(); }
};

}  // namespace tenpoint::movements

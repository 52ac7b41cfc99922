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
    return static_cast<Pattern>(age == broad_age(age) ? by_age : by_age | by_narrow_age);
}

// Where in the breakdowns a figure belongs, as one number: comparable, maskable, `all` being 0.
// Origins have 20 bits.
using Breakdown = std::uint32_t;

inline constexpr unsigned origin_shift = 12, sex_shift = 8, age_shift = 4;
inline constexpr Breakdown origin_mask = Breakdown{0xf'ffff} << origin_shift;
inline constexpr std::size_t greatest_origins = std::size_t{1} << 20;
inline constexpr Breakdown sex_mask = Breakdown{0xf} << sex_shift;
inline constexpr Breakdown age_mask = Breakdown{0xf} << age_shift;
inline constexpr Breakdown profile_mask = 0xf;
static_assert(static_cast<Breakdown>(Profile::of_concern) <= profile_mask);

constexpr Breakdown breakdown_of(Code origin, Sex sex, AgeGroup age, Profile profile) {
    return Breakdown{origin} << origin_shift | static_cast<Breakdown>(sex) << sex_shift |
           static_cast<Breakdown>(age) << age_shift | static_cast<Breakdown>(profile);
}
constexpr Code origin_of(Breakdown breakdown) {
    return Code{breakdown >> origin_shift};
}
constexpr Sex sex_of(Breakdown breakdown) {
    return static_cast<Sex>((breakdown & sex_mask) >> sex_shift);
}
constexpr AgeGroup age_of(Breakdown breakdown) {
    return static_cast<AgeGroup>((breakdown & age_mask) >> age_shift);
}
constexpr Profile profile_of(Breakdown breakdown) {
    return static_cast<Profile>(breakdown & profile_mask);
}

constexpr Breakdown mask_of(Pattern pattern) {
    return ((pattern & by_origin) != 0 ? origin_mask : 0) |
           ((pattern & by_sex) != 0 ? sex_mask : 0) | ((pattern & by_age) != 0 ? age_mask : 0) |
           ((pattern & by_profile) != 0 ? profile_mask : 0);
}

constexpr Pattern pattern_of(Breakdown breakdown) {
    return static_cast<Pattern>(((breakdown & origin_mask) != 0 ? by_origin : 0) |
                                ((breakdown & sex_mask) != 0 ? by_sex : 0) |
                                pattern_of_age(age_of(breakdown)) |
                                ((breakdown & profile_mask) != 0 ? by_profile : 0));
}

// The breakdown seen only by the dimensions of `pattern`.
constexpr Breakdown projected(Breakdown breakdown, Pattern pattern) {
    if ((pattern & by_age) != 0 && (pattern & by_narrow_age) == 0)
        breakdown = (breakdown & ~age_mask) | static_cast<Breakdown>(broad_age(age_of(breakdown)))
                                                  << age_shift;
    return breakdown & mask_of(pattern);
}

// The dimensions of a batch in which a blank ("unknown") equals the sum of its siblings throughout,
// and is therefore their total; and the extra dimensions in which the file itself writes totals
// (`all`) beside their parts.
struct BlankTotals {
    Pattern dimensions = 0;  // of by_origin, by_sex, by_age, by_profile
    std::vector<std::size_t>
        extras;                      // indices of extra dimensions, at most greatest_extra_patterns
    std::vector<bool> only_written;  // of each extra dimension: its blanks are no totals
    std::vector<std::string> names;  // of all of these: "origin", "sex" …, the partner's headers

    // Whether a word of the extra dimension at `extra` of `extras` breaks a figure down.
    bool breaks_down(std::size_t extra, Code word) const {
        return word >= first_word_code || (word == code_unknown && only_written[extra]);
    }
    // The names of those whose blanks are totals.
    std::vector<std::string> names_of_blanks() const;

    // The breakdown with "unknown" read as `all` in these dimensions.
    Breakdown without_blanks(Breakdown breakdown) const;
};

}  // namespace tenpoint::movements

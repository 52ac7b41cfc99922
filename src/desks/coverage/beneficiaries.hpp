// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/period.hpp"

// How many people a response reached, out of what partners report month by month. After the method
// of the regional response plan for refugees and migrants.
namespace tenpoint::coverage {

constexpr std::size_t reached_populations = 5;  // in destination, in transit, host community,
                                                // pendular, returnees
constexpr std::size_t reached_ages = 6;  // women, men, other adults, girls, boys, other children

// Two countries may have areas of one name.
struct ReachPlace {
    std::string country;  // alpha-3
    std::string area;     // admin 1, by its code or its name; empty: not said

    auto operator<=>(const ReachPlace&) const = default;
    bool operator==(const ReachPlace&) const = default;
};

// What one report says of one month.
struct ReachReport {
    ReachPlace place;
    std::string sector;
    Period month;
    std::optional<std::int64_t> total{};  // reached in the month, whether or not in one before
    std::optional<std::int64_t> fresh{};  // reached for the first time; empty: it does not say
    std::array<std::int64_t, reached_populations> by_population{};  // of the new ones
    std::array<std::int64_t, reached_ages> by_age{};
};

// What a sector reached at a place. Who was reached in March may have been reached in April too, so
// that totals of months stand apart: only new ones are summed.
struct SectorReach {
    ReachPlace place;
    std::string sector;
    std::optional<std::int64_t> fresh{};    // empty: no report says
    std::map<Period, std::int64_t> months;  // the total of each of which a report says it
};

// Both breakdowns are of the same people; the last of each is of those that it leaves out.
struct Estimate {
    std::array<std::int64_t, reached_populations + 1> by_population{};
    std::array<std::int64_t, reached_ages + 1> by_age{};

    // Where reports break down more people one way than the other, so many there are at least.
    std::int64_t people() const;
};

// People whom several sectors reached are counted by each of them. How many people these are,
// nobody knows; each of the three takes something for granted:
struct Estimates {
    Estimate sum;      // nobody was reached by two sectors: the most there can be
    Estimate highest;  // at each place, of each sex and age and of each population, the sector that
                       // reached most reached whomever the others did, and whoever is not broken
                       // down is one of these: the least there can be
    Estimate grouped;  // the same among the sectors of a group; the rest reached others
};

struct Reach {
    std::vector<SectorReach> sectors;  // by place and sector
    std::map<ReachPlace, Estimates> places;
    Estimates all;  // sum over the places: who moves on is counted where it was reached
    std::int64_t reports = 0;
    std::int64_t without_fresh = 0;  // reports that do not say whom they reached for the first time
};

// Reports of a month may come in any order, and in as many parts as there are partners.
Reach consolidate_reach(const std::vector<ReachReport>& reports,
                        const std::set<std::string>& group);

}  // namespace tenpoint::coverage

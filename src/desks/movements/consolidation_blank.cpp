// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_blank.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

namespace tenpoint::movements {
namespace {

constexpr std::size_t least_groups = 3;

// How a cell stands to a dimension: blank, one of the siblings, or neither.
enum class Standing { outside, blank, sibling, narrow_sibling };

struct Cell {
    std::uint64_t group;
    Breakdown breakdown;  // without the dimension
    std::uint32_t combination;
    Standing standing;
    std::int64_t count;

    bool is_beside(const Cell& other) const {
        return group == other.group && breakdown == other.breakdown &&
               combination == other.combination;
    }
    bool operator<(const Cell& other) const {
        return std::tie(group, breakdown, combination) <
               std::tie(other.group, other.breakdown, other.combination);
    }
};

// Adds up what stands beside each other. Broad age groups are the siblings of a blank age; the
// narrow ones below them only where there are no broad ones.
bool are_totals(std::vector<Cell> members) {
    std::ranges::sort(members, std::less{});
    std::size_t groups = 0;
    std::size_t equal = 0;
    for (auto first = members.begin(); first != members.end();) {
        const auto last = std::find_if_not(
            first, members.end(), [&](const Cell& member) { return member.is_beside(*first); });
        std::int64_t blank = 0;
        std::int64_t siblings = 0;
        std::int64_t narrow = 0;
        bool has_blank = false;
        bool has_siblings = false;
        bool has_narrow = false;
        for (; first != last; ++first) {
            const auto is = [&](Standing standing) { return first->standing == standing; };
            blank += is(Standing::blank) ? first->count : 0;
            siblings += is(Standing::sibling) ? first->count : 0;
            narrow += is(Standing::narrow_sibling) ? first->count : 0;
            has_blank |= is(Standing::blank);
            has_siblings |= is(Standing::sibling);
            has_narrow |= is(Standing::narrow_sibling);
        }
        const auto others = has_siblings ? siblings : narrow;
        if (!has_blank || !(has_siblings || has_narrow) || (blank == 0 && others == 0)) continue;
        ++groups;
        if (blank == others) ++equal;
    }
    return groups >= least_groups && equal * 10 >= groups * 9;
}

Standing standing_in(Breakdown breakdown, Pattern dimension) {
    const auto own = breakdown & mask_of(dimension);
    if (own == 0) return Standing::outside;
    const bool is_blank =
        own == (breakdown_of(code_unknown, Sex::unknown, AgeGroup::unknown, Profile::unknown) &
                mask_of(dimension));
    if (is_blank) return Standing::blank;
    const bool is_narrow = dimension == by_age && (pattern_of(breakdown) & by_narrow_age) != 0;
    return is_narrow ? Standing::narrow_sibling : Standing::sibling;
}

bool are_totals(std::span<const FineCell> cells, Pattern dimension) {
    const auto is_blank = [&](const FineCell& cell) {
        return standing_in(cell.breakdown, dimension) == Standing::blank;
    };
    if (std::ranges::none_of(cells, is_blank)) return false;
    std::vector<Cell> members;
    for (const auto& cell : cells) {
        const auto standing = standing_in(cell.breakdown, dimension);
        if (standing != Standing::outside)
            members.push_back({cell.group, cell.breakdown & ~mask_of(dimension), cell.combination,
                               standing, cell.count});
    }
    return are_totals(std::move(members));
}

// The same for the extra dimension at `position` of the combinations.
bool are_totals_of_extra(std::span<const FineCell> cells,
                         std::span<const std::vector<Code>> combinations, std::size_t position) {
    std::vector<std::pair<std::vector<Code>, std::uint32_t>> others;
    for (std::uint32_t c = 0; c < combinations.size(); ++c) {
        others.emplace_back(combinations[c], c);
        others.back().first[position] = code_all;
    }
    std::ranges::sort(others);
    std::vector<std::uint32_t> same(combinations.size());  // number of the combination without it
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (i > 0 && others[i].first != others[i - 1].first) ++number;
        same[others[i].second] = number;
    }
    std::vector<Cell> members;
    members.reserve(cells.size());
    for (const auto& cell : cells) {
        const bool is_blank = combinations[cell.combination][position] < first_word_code;
        members.push_back({cell.group, cell.breakdown, same[cell.combination],
                           is_blank ? Standing::blank : Standing::sibling, cell.count});
    }
    return are_totals(std::move(members));
}

}  // namespace

Breakdown BlankTotals::without_blanks(Breakdown breakdown) const {
    for (const auto dimension : {by_origin, by_sex, by_age, by_profile})
        if ((dimensions & dimension) != 0 && standing_in(breakdown, dimension) == Standing::blank)
            breakdown &= ~mask_of(dimension);
    return breakdown;
}

BlankTotals find_blank_totals(std::span<const FineCell> cells,
                              std::span<const std::vector<Code>> combinations,
                              std::span<const std::size_t> extras) {
    BlankTotals totals;
    for (const auto& [dimension, name] : {std::pair{by_origin, "origin"},
                                          {by_sex, "sex"},
                                          {by_age, "age"},
                                          {by_profile, "profile"}}) {
        if (!are_totals(cells, dimension)) continue;
        totals.dimensions |= dimension;
        totals.names.emplace_back(name);
    }
    for (std::size_t i = 0; i < extras.size(); ++i)
        if (totals.extras.size() < greatest_extra_patterns &&
            are_totals_of_extra(cells, combinations, i))
            totals.extras.push_back(extras[i]);
    return totals;
}

}  // namespace tenpoint::movements

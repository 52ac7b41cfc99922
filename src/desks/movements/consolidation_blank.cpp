// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_blank.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace tenpoint::movements {
namespace {

constexpr std::size_t least_groups = 3;

// How a cell stands to a dimension: blank, one of the siblings, or neither.
enum class Standing { outside, blank, sibling, narrow_sibling };

// Of one group.
struct Cell {
    Breakdown breakdown;  // without the dimension
    std::uint32_t combination;
    Standing standing;
    std::int64_t count;

    auto key() const { return std::tie(breakdown, combination); }
};

// Compares blanks with the sum of their siblings, group by group.
class Comparison {
  public:
    // What stands beside each other is added up. Broad age groups are the siblings of a blank age;
    // the narrow ones below them only where there are no broad ones.
    void add(std::vector<Cell>& members) {
        const auto is_blank = [](const Cell& cell) { return cell.standing == Standing::blank; };
        if (std::ranges::none_of(members, is_blank)) return;
        std::ranges::sort(members, {}, &Cell::key);
        for (auto first = members.begin(); first != members.end();) {
            const auto last = std::find_if_not(first, members.end(), [&](const Cell& member) {
                return member.key() == first->key();
            });
            compare(std::span(first, last));
            first = last;
        }
    }
    bool are_totals() const { return groups_ >= least_groups && equal_ * 10 >= groups_ * 9; }

  private:
    void compare(std::span<const Cell> members) {
        std::int64_t blank = 0;
        std::int64_t siblings = 0;
        std::int64_t narrow = 0;
        bool has_blank = false;
        bool has_siblings = false;
        bool has_narrow = false;
        for (const auto& member : members) {
            const auto is = [&](Standing standing) { return member.standing == standing; };
            blank += is(Standing::blank) ? member.count : 0;
            siblings += is(Standing::sibling) ? member.count : 0;
            narrow += is(Standing::narrow_sibling) ? member.count : 0;
            has_blank |= is(Standing::blank);
            has_siblings |= is(Standing::sibling);
            has_narrow |= is(Standing::narrow_sibling);
        }
        const auto others = has_siblings ? siblings : narrow;
        if (!has_blank || !(has_siblings || has_narrow) || (blank == 0 && others == 0)) return;
        ++groups_;
        if (blank == others) ++equal_;
    }

    std::size_t groups_ = 0;
    std::size_t equal_ = 0;
};

// Whether blanks are totals, of cells in the order of their groups. `cell(fine)` says how one
// stands to the dimension.
template <class MakeCell>
bool are_totals(std::span<const FineCell> cells, MakeCell cell) {
    Comparison comparison;
    std::vector<Cell> members;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0 && cells[i].group != cells[i - 1].group) {
            comparison.add(members);
            members.clear();
        }
        const auto member = cell(cells[i]);
        if (member.standing != Standing::outside) members.push_back(member);
    }
    comparison.add(members);
    return comparison.are_totals();
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
    return are_totals(cells, [&](const FineCell& cell) {
        return Cell{cell.breakdown & ~mask_of(dimension), cell.combination,
                    standing_in(cell.breakdown, dimension), cell.count};
    });
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
    return are_totals(cells, [&](const FineCell& cell) {
        const bool is_blank = combinations[cell.combination][position] < first_word_code;
        return Cell{cell.breakdown, same[cell.combination],
                    is_blank ? Standing::blank : Standing::sibling, cell.count};
    });
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

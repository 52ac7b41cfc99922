// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_blank.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace tenpoint::movements {
namespace {

constexpr std::size_t least_groups = 3;
constexpr std::int64_t no_chance = 10;  // what blanks come to in fewer groups

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
    bool are_totals() const {
        if (groups_ >= least_groups) return equal_ * 10 >= groups_ * 9;
        return groups_ > 0 && equal_ == groups_ && of_several_ && blanks_ >= no_chance;
    }
    // Whether siblings stand beside most blanks, whatever they add up to.
    bool have_siblings() const { return groups_ > 0 && groups_ * 10 >= (groups_ + alone_) * 9; }

  private:
    void compare(std::span<const Cell> members) {
        std::int64_t blank = 0;
        std::int64_t siblings = 0;
        std::int64_t narrow = 0;
        bool has_blank = false;
        bool has_siblings = false;
        bool has_narrow = false;
        std::size_t beside = 0;
        for (const auto& member : members) {
            const auto is = [&](Standing standing) { return member.standing == standing; };
            blank += is(Standing::blank) ? member.count : 0;
            siblings += is(Standing::sibling) ? member.count : 0;
            narrow += is(Standing::narrow_sibling) ? member.count : 0;
            has_blank |= is(Standing::blank);
            has_siblings |= is(Standing::sibling);
            has_narrow |= is(Standing::narrow_sibling);
            beside += is(Standing::blank) ? 0 : 1;
        }
        const auto others = has_siblings ? siblings : narrow;
        if (!has_blank || (blank == 0 && others == 0)) return;
        if (!has_siblings && !has_narrow) {
            ++alone_;
            return;
        }
        ++groups_;
        blanks_ += blank;
        of_several_ = of_several_ || beside > 1;
        if (blank == others) ++equal_;
    }

    std::size_t groups_ = 0;
    std::size_t equal_ = 0;
    std::size_t alone_ = 0;  // groups of blanks without siblings
    std::int64_t blanks_ = 0;
    bool of_several_ = false;
};

// Compares cells in the order of their groups. `cell(fine)` says how one stands to the dimension.
template <class MakeCell>
Comparison compared(std::span<const FineCell> cells, MakeCell cell) {
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
    return comparison;
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
    return compared(cells,
                    [&](const FineCell& cell) {
                        return Cell{cell.breakdown & ~mask_of(dimension), cell.combination,
                                    standing_in(cell.breakdown, dimension), cell.count};
                    })
        .are_totals();
}

struct ExtraTotals {
    bool written = false, blanks = false;
};

// The same for the extra dimension at `position` of the combinations.
ExtraTotals totals_of_extra(std::span<const FineCell> cells,
                            std::span<const std::vector<Code>> combinations, std::size_t position) {
    const auto has = [&](Code word) {
        return std::ranges::any_of(combinations,
                                   [&](const auto& words) { return words[position] == word; });
    };
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
    // The total of all dimensions has no siblings in any.
    const auto standing = [&](const std::vector<Code>& words, Code total) {
        const auto word = words[position];
        if (word == code_all && std::ranges::count(words, code_all) > 1) return Standing::outside;
        if (word == total) return Standing::blank;
        return word == code_all ? Standing::outside : Standing::sibling;
    };
    const auto compared_to = [&](Code total) {
        return compared(cells, [&](const FineCell& cell) {
            return Cell{cell.breakdown, same[cell.combination],
                        standing(combinations[cell.combination], total), cell.count};
        });
    };
    return {has(code_all) && compared_to(code_all).have_siblings(),
            has(code_unknown) && compared_to(code_unknown).are_totals()};
}

}  // namespace

Breakdown BlankTotals::without_blanks(Breakdown breakdown) const {
    for (const auto dimension : {by_origin, by_sex, by_age, by_profile})
        if ((dimensions & dimension) != 0 && standing_in(breakdown, dimension) == Standing::blank)
            breakdown &= ~mask_of(dimension);
    return breakdown;
}

std::vector<std::string> BlankTotals::names_of_blanks() const {
    std::vector<std::string> blanks;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto extra = i + extras.size() - names.size();  // those come last
        if (i + extras.size() < names.size() || !only_written[extra]) blanks.push_back(names[i]);
    }
    return blanks;
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
    for (std::size_t i = 0; i < extras.size(); ++i) {
        if (totals.extras.size() == greatest_extra_patterns) break;
        const auto found = totals_of_extra(cells, combinations, i);
        if (!found.written && !found.blanks) continue;
        totals.extras.push_back(extras[i]);
        totals.only_written.push_back(!found.blanks);
    }
    return totals;
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_breakdown.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <tuple>

namespace tenpoint::movements {
namespace {

Pattern told_by(const SourcePart& part, Pattern asked) {
    return static_cast<Pattern>(part.part->pattern & asked);
}

// The part with most of the dimensions of `asked`, and all of `needed`, that does not exceed the
// total.
std::optional<SourcePart> best_part(std::span<const SourcePart> parts, Pattern asked,
                                    Pattern needed, std::int64_t total) {
    std::optional<SourcePart> best;
    const auto merit = [&](const SourcePart& part) {
        const auto told = told_by(part, asked);
        return std::tuple(std::popcount(told), part.part->sum, -int{told},
                          (part.part->pattern & by_narrow_age) != 0,
                          -std::popcount(part.part->pattern));
    };
    for (const auto& part : parts)
        if (is_subset(needed, part.part->pattern) && (asked == 0 || told_by(part, asked) != 0) &&
            part.part->sum <= total && (!best || merit(part) > merit(*best)))
            best = part;
    return best;
}

// Of a figure that only one part of one batch stands behind, as most do.
const SummaryPart* only_part(const ConsolidatedPlace& place, const SourceFigure& figure) {
    if (figure.members != 1) return nullptr;
    const auto& member = place.members[figure.first_member];
    const auto parts = place.batch(member).summary->parts_of(place.group(member));
    return parts.size() == 1 ? &parts.front() : nullptr;
}

}  // namespace

const std::vector<bool>& OriginFilter::of(const BatchSummary& summary) {
    auto& passing = by_summary_[&summary];
    if (!passing.empty()) return passing;
    const auto codes = first_word_code + static_cast<Code>(summary.origins.size());
    for (Code code = 0; code < codes; ++code)
        passing.push_back(passes_all() ||
                          (code != code_all &&
                           std::ranges::find(origins_, summary.origin(code)) != origins_.end()));
    return passing;
}

std::int64_t OriginFilter::sum_over(const BatchSummary& summary, const SummaryPart& part) {
    if (passes_all()) return part.sum;
    const auto& passing = of(summary);
    std::int64_t sum = 0;
    for (const auto& cell : summary.cells_of(part))
        if (passing[origin_of(cell.breakdown)]) sum += cell.count;
    return sum;
}

FigureBreakdown break_down(const ConsolidatedPlace& place, const SourceFigure& figure,
                           Pattern asked, OriginFilter& origins) {
    const bool filtered = !origins.passes_all();
    FigureBreakdown breakdown{.total = figure.total};
    if (asked == 0 && !filtered) return breakdown;
    const auto* only = only_part(place, figure);
    const SourcePart single{place.members[figure.first_member], only};
    std::vector<SourcePart> several;
    if (only == nullptr) several = standing_parts(place, figure);
    auto parts = only != nullptr ? std::span(&single, 1) : std::span<const SourcePart>(several);
    if (figure.rest) parts = {};

    const auto sum_over = [&](const SourcePart& part) {
        return origins.sum_over(*place.batch(part.member).summary, *part.part);
    };
    if (filtered) {
        breakdown.part = best_part(parts, 0, by_origin, figure.total);
        breakdown.origin_unknown = !breakdown.part;
        breakdown.total = breakdown.part ? sum_over(*breakdown.part) : 0;
    }
    if (asked != 0)
        breakdown.part = best_part(parts, asked, filtered ? by_origin : Pattern{}, figure.total);
    if (breakdown.part) breakdown.broken_down = sum_over(*breakdown.part);
    // Of some origins a finer breakdown may give more than the one that counts them in all.
    if (breakdown.broken_down > breakdown.total) {
        breakdown.part.reset();
        breakdown.broken_down = 0;
    }
    if (breakdown.part) breakdown.told = told_by(*breakdown.part, asked);
    return breakdown;
}

}  // namespace tenpoint::movements

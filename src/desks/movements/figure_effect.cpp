// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_effect.hpp"

#include <algorithm>
#include <tuple>

#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {
namespace {

// Both tables are in order, so that one walk through them meets each coordinate once.
std::vector<ChangedFigure> differences(const std::vector<Figure>& before,
                                       const std::vector<Figure>& after) {
    std::vector<ChangedFigure> changed;
    auto b = before.begin();
    auto a = after.begin();
    while (b != before.end() || a != after.end()) {
        if (a == after.end() || (b != before.end() && is_before(*b, *a))) {
            changed.push_back({*b++, std::nullopt});
        } else if (b == before.end() || is_before(*a, *b)) {
            changed.push_back({std::nullopt, *a++});
        } else {
            if (b->count != a->count) changed.push_back({*b, *a});
            ++b;
            ++a;
        }
    }
    return changed;
}

auto subject_of(const Disagreement& disagreement) {
    return std::tuple(disagreement.indicator, disagreement.place, disagreement.from,
                      disagreement.to);
}

}  // namespace

FigureEffect effect_of(const Consolidation& now, const std::optional<AcceptedBatch>& proposed,
                       const Id& superseded, const FigureQuery& query) {
    auto input = now.input();
    if (!superseded.empty())
        std::erase_if(input.batches,
                      [&](const AcceptedBatch& batch) { return batch.batch == superseded; });
    if (proposed) input.batches.push_back(*proposed);
    const auto then = consolidate(std::move(input), &now);

    FigureEffect effect;
    effect.changed = differences(figures(now, query).figures, figures(*then, query).figures);
    const auto& known = now.disagreements();
    for (const auto& disagreement : then->disagreements()) {
        const bool is_new = std::ranges::none_of(known, [&](const Disagreement& other) {
            return subject_of(other) == subject_of(disagreement);
        });
        if (is_new) effect.new_disagreements.push_back(disagreement);
    }
    return effect;
}

}  // namespace tenpoint::movements

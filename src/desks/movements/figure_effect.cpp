// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_effect.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "desks/movements/consolidation_place.hpp"
#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {
namespace {

using Coordinates = std::tuple<Indicator, std::string, std::optional<Period>>;

Coordinates coordinates_of(const Figure& figure) {
    return {figure.indicator, figure.place, figure.period};
}

// Both tables are in order, so that one walk through them meets each coordinate once.
std::vector<ChangedFigure> differences(const std::vector<Figure>& before,
                                       const std::vector<Figure>& after) {
    std::vector<ChangedFigure> changed;
    auto b = before.begin();
    auto a = after.begin();
    while (b != before.end() || a != after.end()) {
        if (a == after.end() || (b != before.end() && is_before(*b, *a))) {
            changed.push_back({*b++, std::nullopt, false});
        } else if (b == before.end() || is_before(*a, *b)) {
            changed.push_back({std::nullopt, *a++, false});
        } else {
            if (b->count != a->count) changed.push_back({*b, *a, false});
            ++b;
            ++a;
        }
    }
    return changed;
}

// What counts of sources that whoever asks may not know of, by the coordinates of `query`.
std::map<Coordinates, std::int64_t> unknown_counts(const Consolidation& consolidation,
                                                   FigureQuery query) {
    query.by.push_back(Grouping::source);
    std::map<Coordinates, std::int64_t> counts;
    for (const auto& figure : figures(consolidation, query).figures)
        if (figure.source.empty()) counts[coordinates_of(figure)] += figure.count;
    return counts;
}

// Whether all that is said of an indicator at a place is known to whoever asks.
bool knows_all(const Consolidation& consolidation, const Figure& figure, const KnowsBatch& knows) {
    return std::ranges::all_of(consolidation.places(), [&](const auto& place) {
        const bool is_there = figure.place.empty() || place->input.place == figure.place;
        return place->input.indicator != figure.indicator || !is_there ||
               std::ranges::all_of(place->input.batches,
                                   [&](const auto& each) { return knows(each.batch->batch); });
    });
}

auto subject_of(const Disagreement& disagreement) {
    return std::tuple(disagreement.indicator, disagreement.place, disagreement.from,
                      disagreement.to);
}

}  // namespace

FigureEffect effect_of(const Consolidation& now, const std::optional<AcceptedBatch>& proposed,
                       const Id& superseded, const FigureQuery& query, bool speaks_for_it) {
    auto input = now.input();
    if (!superseded.empty())
        std::erase_if(input.batches,
                      [&](const AcceptedBatch& batch) { return batch.batch == superseded; });
    if (proposed) input.batches.push_back(*proposed);
    const auto then = consolidate(std::move(input), &now);

    FigureEffect effect;
    effect.changed = differences(figures(now, query).figures, figures(*then, query).figures);
    const auto unknown_now = unknown_counts(now, query);
    const auto unknown_then = unknown_counts(*then, query);
    for (auto& changed : effect.changed) {
        if (!changed.after) continue;
        const auto rests = unknown_then.find(coordinates_of(*changed.after));
        const auto rested = unknown_now.find(coordinates_of(*changed.after));
        changed.untold = (rests != unknown_then.end() &&
                          (rested == unknown_now.end() || rested->second != rests->second)) ||
                         (!speaks_for_it && !knows_all(now, *changed.after, query.knows));
    }
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

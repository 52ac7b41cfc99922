// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_effect.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

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

// Where something is said that whoever asks may not know of.
class UnknownWords {
  public:
    UnknownWords(const Consolidation& consolidation, const KnowsBatch& knows) {
        for (const auto& place : consolidation.places()) {
            const bool knows_all = std::ranges::all_of(
                place->input.batches, [&](const auto& each) { return knows(each.batch->batch); });
            if (knows_all) continue;
            indicators_.insert(place->input.indicator);
            places_.emplace(place->input.indicator, place->input.place);
        }
    }
    // A figure without a place is one of all places.
    bool are_behind(const Figure& figure) const {
        return figure.place.empty() ? indicators_.contains(figure.indicator)
                                    : places_.contains({figure.indicator, figure.place});
    }

  private:
    std::set<Indicator> indicators_;
    std::set<std::pair<Indicator, std::string>> places_;
};

auto subject_of(const Disagreement& disagreement) {
    return std::tie(disagreement.indicator, disagreement.place, disagreement.from, disagreement.to);
}

std::vector<Disagreement> new_ones(const std::vector<Disagreement>& known,
                                   const std::vector<Disagreement>& then) {
    std::set<decltype(subject_of(known.front()))> subjects;
    for (const auto& disagreement : known)
        subjects.insert(subject_of(disagreement));
    std::vector<Disagreement> found;
    std::ranges::copy_if(then, std::back_inserter(found), [&](const Disagreement& disagreement) {
        return !subjects.contains(subject_of(disagreement));
    });
    return found;
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
    std::optional<UnknownWords> unknown_words;
    if (!speaks_for_it) unknown_words.emplace(now, query.knows);
    for (auto& changed : effect.changed) {
        if (!changed.after) continue;
        const auto rests = unknown_then.find(coordinates_of(*changed.after));
        const auto rested = unknown_now.find(coordinates_of(*changed.after));
        changed.untold = (rests != unknown_then.end() &&
                          (rested == unknown_now.end() || rested->second != rests->second)) ||
                         (unknown_words && unknown_words->are_behind(*changed.after));
    }
    effect.new_disagreements = new_ones(now.disagreements(), then->disagreements());
    return effect;
}

}  // namespace tenpoint::movements

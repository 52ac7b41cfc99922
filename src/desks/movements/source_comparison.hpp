// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"

// Sources side by side: what each says of the same people, and by how much they differ.
namespace tenpoint::movements {

// Which disagreements are asked for.
struct DisagreementQuery {
    std::vector<Indicator> indicators{};                // empty: all
    std::vector<std::string> places{};                  // codes; empty: all
    std::optional<Day> from{}, to{};                    // those about any day of [from, to]
    double share = 0;                                   // those that differ by less are left out
    bool unruled = false;                               // only those that nobody ruled on
    KnowsBatch knows = [](const Id&) { return true; };  // of whoever asks
};

// A stretch of time of which several sources give a figure, as it is told to whoever asks.
struct ComparedSources {
    Disagreement told;      // as_told
    bool disagrees = true;  // they differ by more than the set share
    bool ruled = false;     // also by a ruling that is not told
};

// In the order of indicator, place, time. Where the share is not told no more is known than that it
// is large enough.
std::vector<ComparedSources> find_disagreements(const Consolidation& consolidation,
                                                const DisagreementQuery& query);

// Every stretch of time in which sources can be compared for one indicator at one place, also where
// they agree, in the order of time. One where they agree is left out if any of them is not known
// to whoever asks: that it is close to the others would tell what it says.
std::vector<ComparedSources> compare_sources(const Consolidation& consolidation,
                                             Indicator indicator, std::string_view place,
                                             const KnowsBatch& knows);

// All disagreements about one indicator at one place.
struct DisputedSubject {
    Indicator indicator{};
    std::string place;
    Day from, to;
    std::int64_t disagreements = 0;
    std::int64_t unruled = 0;
    std::optional<double> share{};  // the greatest that is told
};

// The subjects of disagreements that are in order, those with most to rule on first.
std::vector<DisputedSubject> disputed_subjects(std::span<const ComparedSources> disagreements);

}  // namespace tenpoint::movements

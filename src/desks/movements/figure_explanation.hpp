// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// How the row `figure` of figures(consolidation, query) came about: each contribution in its place
// and period, used or set aside, with the reason. Only the coordinates of `figure` matter; those
// used add up to its count. Fails with `not_found` where the table has no such row.
Result<Explanation> explain(const Consolidation& consolidation, const FigureQuery& query,
                            const Figure& figure);

// The dimensions of a pattern by name: "origin", "sex", "age", "narrow_age", "profile", and the
// partner's own headers (keys below `figures.dimensions`, but for the latter).
std::vector<std::string> names_of(Pattern pattern, const BlankTotals& blank_totals);

// Which observations of a batch stand behind one contribution to a figure.
struct ObservationFilter {
    Indicator indicator{};
    std::string place;
    std::optional<Period> period;
    std::vector<std::string> breakdown;  // as Contribution has it
    bool completed = false;              // as well; finer breakdowns are listed too
    std::vector<std::string> origins;    // empty: any; "unknown"
    std::optional<Sex> sex;              // nothing: any
    std::optional<AgeGroup> age;
    std::optional<Profile> profile;
};

// The filter for the contribution to `figure`, a row of figures(…, query).
ObservationFilter filter_of(const FigureQuery& query, const Figure& figure,
                            const Contribution& contribution);

struct ListedObservation {
    std::int64_t row = 0;
    Period period;
    std::string place;
    std::string origin;  // alpha-3, "unknown" or ""
    Sex sex = Sex::all;
    AgeGroup age = AgeGroup::all;
    Profile profile = Profile::all;
    std::int64_t count = 0;
    std::vector<std::string> extras;  // in the order of `dimensions`
};

struct ObservationPage {
    std::vector<std::string> dimensions;  // names of the extra dimensions
    std::vector<ListedObservation> observations;
    std::optional<std::int64_t> next;  // give it as `after` for the next page
};

// The observations of the file, in its order, that the filter lets pass; at most `limit` of them,
// from behind the place that the last page ended at (0: from the start).
Result<ObservationPage> observations_of(const StoredSegment& segment,
                                        const BlankTotals& blank_totals,
                                        const ObservationFilter& filter, std::int64_t after,
                                        std::size_t limit);

}  // namespace tenpoint::movements

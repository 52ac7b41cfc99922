// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "desks/movements/consolidation_place.hpp"

namespace tenpoint::movements {

// What happens to a source's figures where its own periods overlap.
struct TimeObserver {
    std::function<void(const SourceFigure&, Reason)> set_aside = nullptr;
    std::function<void(const SourceFigure& stands, Contradiction, std::int64_t other)> contradict =
        nullptr;
};

// Whether two figures are of some of the same days.
inline bool overlap(const SourceFigure& a, const SourceFigure& b) {
    return a.period.first_day() <= b.last && b.period.first_day() <= a.last;
}

// Resolves the figures of one source, ordered by period, into ones that do not overlap: a year
// beside all its months is their total and is set aside where they add up; where they fall short
// the difference stays as a `rest` of the year; where they exceed it the year stands alone. A year
// beside only some of its months stands, for they do not tile it. Of periods that straddle each
// other (weeks and months) the length that covers more days stands.
// A stock is not added up: the shorter periods stand.
std::vector<SourceFigure> resolve_time(std::vector<SourceFigure> figures, bool stock,
                                       const TimeObserver& observer);

// Calls `take(first, last)` for each run of figures, ordered by first day, that hang together by
// overlapping.
template <class Take>
void for_each_cluster(const std::vector<SourceFigure>& figures, Take take) {
    for (auto first = figures.begin(); first != figures.end();) {
        auto end = first->last;
        auto last = first + 1;
        for (; last != figures.end() && last->period.first_day() <= end; ++last)
            end = std::max(end, last->last);
        take(first, last);
        first = last;
    }
}

// The order of figures in time: by first day, longer periods first, then source.
bool is_earlier(const SourceFigure& a, const SourceFigure& b);

}  // namespace tenpoint::movements

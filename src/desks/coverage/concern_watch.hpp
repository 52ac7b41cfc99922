// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "base/period.hpp"
#include "desks/coverage/concern_query.hpp"
#include "desks/coverage/response_index.hpp"

namespace tenpoint::coverage {

// That somebody looked at a concern and found it to be none.
struct Dismissed {
    Id record;
    Subject subject;
    std::optional<Day> until;  // the last day on which that holds
};

struct WatchedConcern {
    Concern concern;
    Period since;         // the month in which it is first found without a break
    bool longer = false;  // already when looking back ends
    Id dismissal;         // empty: it stands
};

constexpr std::size_t concern_sorts = 4;

struct ConcernMonth {
    Period month;
    std::array<std::int64_t, concern_sorts> found{};  // in the order of the sorts
};

struct Watch {
    std::vector<WatchedConcern> concerns;
    std::vector<ConcernMonth> months;  // oldest first; the last is that of the day
};

// The concerns of a day, and since when each is there: the response is looked at as it stood at the
// end of each of the months before, by the dates that its records have today. What has no date has
// been so for ever. `counted` is needed beside what the response says to be needed.
Watch watch_concerns(const ResponseIndex& index, const std::vector<Need>& counted, Day day,
                     const ConcernQuery& query, const std::vector<Dismissed>& dismissed);

// How many months it looks back, beside that of the day; and the first day of all that it looks at,
// with the months before that figures of then hold for.
constexpr int watched_months = 24;
Day first_watched_day(Day day);

}  // namespace tenpoint::coverage

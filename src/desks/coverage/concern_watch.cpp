// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern_watch.hpp"

#include <algorithm>

#include "desks/coverage/concern_parts.hpp"

namespace tenpoint::coverage {
namespace {

ConcernMonth counted_in(Period month, const std::vector<Concern>& concerns) {
    ConcernMonth counts{month};
    for (const auto& concern : concerns)
        ++counts.found.at(static_cast<std::size_t>(concern.subject.sort));
    return counts;
}

// `concerns` are in the order of their subjects.
bool has(const std::vector<Concern>& concerns, const Subject& subject) {
    const auto at = std::ranges::lower_bound(concerns, subject, {},
                                             [](const Concern& each) { return each.subject; });
    return at != concerns.end() && at->subject == subject;
}

Id dismissal_of(const Subject& subject, Day day, const std::vector<Dismissed>& dismissed) {
    if (names_nobody(subject)) return {};
    for (const auto& each : dismissed)
        if (each.subject == subject && (!each.until || day <= *each.until)) return each.record;
    return {};
}

}  // namespace

Day first_watched_day(Day day) {
    auto month = Period::containing(day, PeriodUnit::month);
    for (int back = 0; back < watched_months + 2; ++back)
        month = month.previous();
    return month.first_day();
}

Watch watch_concerns(const ResponseIndex& index, const std::vector<Need>& counted, Day day,
                     const ConcernQuery& query, const std::vector<Dismissed>& dismissed) {
    auto month = Period::containing(day, PeriodUnit::month);
    auto now = find_concerns(standing_on(index, counted, day, query, Told::with_grounds));
    Watch watch;
    watch.months.push_back(counted_in(month, now));
    for (auto& concern : now) {
        auto dismissal = dismissal_of(concern.subject, day, dismissed);
        watch.concerns.push_back({std::move(concern), month, true, std::move(dismissal)});
    }
    for (int back = 0; back < watched_months; ++back) {
        month = month.previous();
        const auto then =
            find_concerns(standing_on(index, counted, month.last_day(), query, Told::briefly));
        watch.months.push_back(counted_in(month, then));
        for (auto& watched : watch.concerns) {
            if (!watched.longer) continue;
            if (has(then, watched.concern.subject))
                watched.since = month;
            else
                watched.longer = false;
        }
    }
    std::ranges::reverse(watch.months);
    return watch;
}

}  // namespace tenpoint::coverage

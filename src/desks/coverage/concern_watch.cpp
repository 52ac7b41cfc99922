// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern_watch.hpp"

#include <algorithm>

namespace tenpoint::coverage {
namespace {

std::vector<Concern> asked_concerns(const Response& response, Day day, const ConcernQuery& query) {
    auto concerns = find_concerns(response, day);
    std::erase_if(concerns,
                  [&](const Concern& concern) { return !is_asked(response, concern, query); });
    return concerns;
}

ConcernMonth counted(Period month, const std::vector<Concern>& concerns) {
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

bool is_asked(const Response& response, const Concern& concern, const ConcernQuery& query) {
    const auto& subject = concern.subject;
    const auto any_theme = [&](auto holds) { return std::ranges::any_of(concern.themes, holds); };
    if (query.sort && *query.sort != subject.sort) return false;
    if (query.place && !(subject.place && is_within(response, *subject.place, *query.place)))
        return false;
    if (query.theme && !any_theme([&](Theme theme) {
            return theme == *query.theme || whole_of(theme) == *query.theme;
        }))
        return false;
    if (query.people && subject.people != query.people &&
        std::ranges::none_of(concern.grounds, [&](const Grounds& grounds) {
            return std::ranges::count(grounds.people, *query.people) > 0;
        }))
        return false;
    if (query.partner && std::ranges::count(subject.partners, *query.partner) == 0) return false;
    return !query.phase || any_theme([&](Theme theme) { return phase_of(theme) == *query.phase; });
}

Watch watch_concerns(const Response& response, Day day, const ConcernQuery& query,
                     const std::vector<Dismissed>& dismissed) {
    auto month = Period::containing(day, PeriodUnit::month);
    auto now = asked_concerns(response, day, query);
    Watch watch;
    watch.months.push_back(counted(month, now));
    for (const auto& concern : now)
        watch.concerns.push_back(
            {concern, month, true, dismissal_of(concern.subject, day, dismissed)});
    for (int back = 0; back < watched_months; ++back) {
        month = month.previous();
        const auto then = asked_concerns(response, month.last_day(), query);
        watch.months.push_back(counted(month, then));
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

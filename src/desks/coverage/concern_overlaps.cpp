// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desks/coverage/concern_parts.hpp"

namespace tenpoint::coverage {
namespace {

std::set<Id> both(const std::set<Id>& one, const std::set<Id>& other) {
    std::set<Id> common;
    std::ranges::set_intersection(one, other, std::inserter(common, common.end()));
    return common;
}

bool do_the_same_apart(const Response& response, const Work& one, const Work& other) {
    if (std::ranges::count(one.wholes, other.id) + std::ranges::count(other.wholes, one.id) > 0)
        return false;
    if (!one.what.empty() && !other.what.empty() && one.what != other.what) return false;
    for (const auto& a : one.doers)
        for (const auto& b : other.doers)
            if (belongs_to(response, a, b) || belongs_to(response, b, a)) return false;
    return one.people.empty() || other.people.empty() ||
           std::ranges::any_of(one.people, [&](Population people) {
               return std::ranges::count(other.people, people) > 0;
           });
}

void tell_overlap(const Standing& standing, const Id& place, Theme theme,
                  const std::vector<const Work*>& works, Concerns& concerns) {
    std::set<Id> leads, ids;
    std::map<Population, std::set<Id>> named;  // by whom
    bool is_said = true;
    for (const auto* work : works) {
        leads.insert(work->doers.front());
        ids.insert(work->id);
        is_said = is_said && !work->people.empty();
        for (const auto people : work->people)
            named[people].insert(work->doers.front());
    }
    std::vector<Population> shared;
    for (const auto& [people, by] : named)
        if (by.size() > 1) shared.push_back(people);
    Concern concern{{ConcernSort::overlap, place, theme, {}, in_order(leads)}, {theme}, {}};
    for (const auto* work : works)
        concern.grounds.push_back({Reason::work, {work->doers.front()}, {work->id}, work->people});
    if (!shared.empty()) concern.grounds.push_back({Reason::same_people, {}, {}, shared});
    if (!is_said) concern.grounds.push_back({Reason::people_not_said});
    add_if_any(concern, Reason::mandated, both(standing.mandated(theme, place), leads));
    concerns.push_back(std::move(concern));
}

}  // namespace

void find_overlaps(const Standing& standing, Concerns& concerns) {
    std::map<std::pair<Id, Theme>, std::vector<const Work*>> alike;
    for (const auto* work : standing.under_way)
        if (!work->doers.empty() && !work->is_placed_widely)
            for (const auto& place : work->places)
                for (const auto theme : work->themes)
                    alike[{place, theme}].push_back(work);
    for (auto& [where, works] : alike) {
        // What overlaps with any of a group belongs to it.
        while (works.size() > 1) {
            std::vector<const Work*> group{works.back()};
            works.pop_back();
            for (std::size_t next = 0; next < group.size(); ++next) {
                const auto* here = group[next];
                const auto apart = std::ranges::partition(works, [&](const Work* work) {
                    return !do_the_same_apart(standing.response, *here, *work);
                });
                group.insert(group.end(), apart.begin(), apart.end());
                works.erase(apart.begin(), works.end());
            }
            std::ranges::sort(group, {}, &Work::id);
            if (group.size() > 1)
                tell_overlap(standing, where.first, where.second, group, concerns);
        }
    }
}

}  // namespace tenpoint::coverage

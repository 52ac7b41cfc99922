// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desks/coverage/concern_parts.hpp"

namespace tenpoint::coverage {
namespace {

bool share_a_doer(const ResponseIndex& index, std::uint32_t one, std::uint32_t other) {
    for (const auto a : index.doers_of(one))
        for (const auto b : index.doers_of(other))
            if (index.belongs_to(a, b) || index.belongs_to(b, a)) return true;
    return false;
}

bool is_a_part(const Work& one, const Work& other) {
    return std::ranges::count(one.wholes, other.id) > 0;
}

bool may_be_for_the_same(const Work& one, const Work& other) {
    return one.people.empty() || other.people.empty() ||
           std::ranges::any_of(one.people, [&](Population people) {
               return std::ranges::count(other.people, people) > 0;
           });
}

bool do_the_same_apart(const Standing& standing, std::uint32_t at, std::uint32_t other_at) {
    const auto &one = standing.work(at), &other = standing.work(other_at);
    const auto what = standing.index.what_of(at), other_what = standing.index.what_of(other_at);
    return (what == 0 || other_what == 0 || what == other_what) &&
           may_be_for_the_same(one, other) && !share_a_doer(standing.index, at, other_at) &&
           !is_a_part(one, other) && !is_a_part(other, one);
}

void tell_overlap(const Standing& standing, Number place, Theme theme, const Positions& works,
                  Concerns& concerns) {
    Numbers leads;
    std::map<Population, std::set<Id>> named;  // by whom
    bool is_said = true;
    for (const auto position : works) {
        const auto& work = standing.work(position);
        leads.push_back(standing.index.doers_of(position).front());
        is_said = is_said && !work.people.empty();
        for (const auto people : work.people)
            named[people].insert(work.doers.front());
    }
    put_in_order(leads);
    std::vector<Population> shared;
    for (const auto& [people, by] : named)
        if (by.size() > 1) shared.push_back(people);
    Concern concern{{ConcernSort::overlap,
                     standing.index.places().id(place),
                     theme,
                     {},
                     standing.partner_ids(leads)},
                    {theme},
                    {}};
    for (const auto position : works) {
        const auto& work = standing.work(position);
        concern.grounds.push_back({Reason::work, {work.doers.front()}, {work.id}, work.people});
    }
    if (!shared.empty()) concern.grounds.push_back({Reason::same_people, {}, {}, shared});
    if (!is_said) concern.grounds.push_back({Reason::people_not_said});
    add_if_any(concern, Reason::mandated,
               standing.partner_ids(common(standing.mandated(theme, place), leads)));
    concerns.push_back(std::move(concern));
}

}  // namespace

void find_overlaps(const Standing& standing, Concerns& concerns) {
    std::map<std::pair<Number, Theme>, Positions> alike;
    for (const auto& [place, here] : standing.under_way_by_place)
        if (standing.asks(place))
            for (const auto position : here)
                if (const auto& work = standing.work(position);
                    !work.doers.empty() && !work.is_placed_widely)
                    for (const auto theme : work.themes)
                        if (standing.asks(theme)) alike[{place, theme}].push_back(position);
    for (auto& [where, works] : alike) {
        // What overlaps with any of a group belongs to it.
        while (works.size() > 1) {
            Positions group{works.back()};
            works.pop_back();
            for (std::size_t next = 0; next < group.size(); ++next) {
                const auto here = group[next];
                const auto apart = std::ranges::partition(works, [&](std::uint32_t work) {
                    return !do_the_same_apart(standing, here, work);
                });
                group.insert(group.end(), apart.begin(), apart.end());
                works.erase(apart.begin(), works.end());
            }
            std::ranges::sort(group, {}, [&](std::uint32_t at) { return standing.work(at).id; });
            if (group.size() > 1)
                tell_overlap(standing, where.first, where.second, group, concerns);
        }
    }
}

}  // namespace tenpoint::coverage

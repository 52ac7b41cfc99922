// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

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

void tell_overlap(const Standing& standing, Number place, Theme theme, Positions works,
                  Concerns& concerns) {
    std::ranges::sort(works, {}, [&](std::uint32_t at) { return standing.work(at).id; });
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

// What overlaps with any of a group belongs to it.
std::vector<Positions> tied_groups(const Standing& standing, Positions works) {
    std::vector<Positions> groups;
    while (!works.empty()) {
        auto& group = groups.emplace_back(Positions{works.back()});
        works.pop_back();
        for (std::size_t next = 0; next < group.size(); ++next) {
            const auto here = group[next];
            const auto tied = std::ranges::partition(works, [&](std::uint32_t work) {
                return !do_the_same_apart(standing, here, work);
            });
            group.insert(group.end(), tied.begin(), tied.end());
            works.erase(tied.begin(), works.end());
        }
    }
    return groups;
}

// Groups of works that may all be about one thing. Who says for whom is tied to who says the same;
// who does not is put to each, and ties only its like.
std::vector<Positions> groups_by_people(const Standing& standing, Positions works) {
    const auto unsaid = std::ranges::partition(
        works, [&](std::uint32_t work) { return !standing.work(work).people.empty(); });
    const Positions vague(unsaid.begin(), unsaid.end());
    works.erase(unsaid.begin(), works.end());
    auto groups = tied_groups(standing, std::move(works));
    for (auto& group : groups) {
        const auto said = group;
        for (const auto work : vague)
            if (std::ranges::any_of(said, [&](std::uint32_t each) {
                    return do_the_same_apart(standing, each, work);
                }))
                group.push_back(work);
    }
    std::ranges::move(tied_groups(standing, vague), std::back_inserter(groups));
    return groups;
}

// The groups of works about a theme at a place that overlap, each in order. What says what exactly
// it does stands with its like and with what does not say; no group is a part of another.
std::set<Positions> overlapping(const Standing& standing, const Positions& works) {
    std::set<std::uint32_t> whats;
    for (const auto work : works)
        whats.insert(standing.index.what_of(work));
    if (whats.size() > 1) whats.erase(0);
    std::set<Positions> groups;
    for (const auto what : whats) {
        Positions alike;
        std::ranges::copy_if(works, std::back_inserter(alike), [&](std::uint32_t work) {
            const auto of_work = standing.index.what_of(work);
            return of_work == what || of_work == 0;
        });
        for (auto& group : groups_by_people(standing, std::move(alike))) {
            std::ranges::sort(group);
            if (group.size() > 1) groups.insert(std::move(group));
        }
    }
    std::erase_if(groups, [&](const Positions& group) {
        return std::ranges::any_of(groups, [&](const Positions& other) {
            return other.size() > group.size() && std::ranges::includes(other, group);
        });
    });
    return groups;
}

}  // namespace

void find_overlaps(const Standing& standing, Concerns& concerns) {
    std::map<std::pair<Number, Theme>, Positions> alike;
    for (const auto& [place, here] : standing.under_way_by_place)
        if (standing.asks(place))
            for (const auto position : here)
                if (const auto& work = standing.work(position);
                    !work.doers.empty() && work.area.empty())
                    for (const auto theme : work.themes)
                        if (standing.asks(theme)) alike[{place, theme}].push_back(position);
    for (const auto& [where, works] : alike)
        if (works.size() > 1)
            for (const auto& group : overlapping(standing, works))
                tell_overlap(standing, where.first, where.second, group, concerns);
}

}  // namespace tenpoint::coverage

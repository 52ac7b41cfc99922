// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desks/coverage/concern_parts.hpp"
#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

std::set<Id> without(const std::set<Id>& ids, const std::set<Id>& taken) {
    std::set<Id> rest;
    std::ranges::set_difference(ids, taken, std::inserter(rest, rest.end()));
    return rest;
}

void tell_need(Concern& concern, const NeedThere& need) {
    if (need.is_entered)
        concern.grounds.push_back({Reason::need_entered, {}, {}, {}, need.entered});
    for (const auto& [counted, count] : need.by_counted)
        concern.grounds.push_back({Reason::need_counted, {}, {}, {}, count, counted});
}

bool answers_need(const Work& work, Theme needed) {
    return std::ranges::any_of(work.themes, [&](Theme theme) { return answers(theme, needed); });
}

bool is_for(const Work& work, const std::optional<Population>& people) {
    return !people || work.people.empty() || std::ranges::count(work.people, *people) > 0;
}

// Who of all could do something about it, and who is there already.
void tell_who_could(const Standing& standing, const NeedKey& need, Concern& concern) {
    const auto& [place, theme, people] = need;
    std::set<Id> planners;
    std::vector<Id> plans;
    for (const auto* work : standing.planned)
        if (answers_need(*work, theme) && standing.is_at(*work, place) && is_for(*work, people)) {
            planners.insert(work->doers.begin(), work->doers.end());
            plans.push_back(work->id);
        }
    add_if_any(concern, Reason::planned, planners, std::move(plans));
    add_if_any(concern, Reason::offered, standing.offering(place, {theme}));
    const auto mandated = standing.mandated(theme, place);
    const auto mandated_there = standing.represented(mandated, place);
    add_if_any(concern, Reason::mandated_there, mandated_there);
    add_if_any(concern, Reason::mandated_elsewhere, without(mandated, mandated_there));
    if (mandated.empty()) concern.grounds.push_back({Reason::nobody_mandated});
    add_if_any(concern, Reason::expert_there,
               without(standing.represented(standing.experts(theme), place), mandated));
}

}  // namespace

void find_needs_without_action(const Standing& standing, Concerns& concerns) {
    std::set<std::pair<Id, Theme>> for_nobody;
    // Needs of everybody come first in the order of their keys.
    for (const auto& [key, need] : standing.needs) {
        const auto& [place, theme, people] = key;
        std::vector<Id> for_others;
        const bool is_met = std::ranges::any_of(standing.under_way, [&](const Work* work) {
            if (!answers_need(*work, theme) || !standing.is_at(*work, place)) return false;
            if (is_for(*work, people)) return true;
            for_others.push_back(work->id);
            return false;
        });
        if (is_met || for_nobody.contains({place, theme})) continue;
        if (!people) for_nobody.insert({place, theme});
        Concern concern{{ConcernSort::need_without_action, place, theme, people, {}}, {theme}, {}};
        tell_need(concern, need);
        if (for_others.empty())
            concern.grounds.push_back({Reason::nobody_works});
        else
            concern.grounds.push_back({Reason::for_others_only, {}, std::move(for_others)});
        tell_who_could(standing, key, concern);
        concerns.push_back(std::move(concern));
    }
}

void find_actions_without_capacity(const Standing& standing, Concerns& concerns) {
    for (const auto* work : standing.under_way) {
        // Who reports what it does somewhere is there, also where the directory does not know it.
        if (work->stage == Stage::reported) continue;
        const std::set<Id> doers(work->doers.begin(), work->doers.end());
        for (const auto& place : work->places) {
            Concern concern{{ConcernSort::action_without_capacity, place, {}, {}, in_order(doers)},
                            work->themes,
                            {}};
            concern.grounds.push_back({Reason::work, {}, {work->id}, work->people});
            std::set<Id> there, able;
            bool has_room = false;
            for (const auto* station : standing.stations) {
                if (!meets(standing.response, station->place, place)) continue;
                const bool serves = station->services.empty() || work->themes.empty() ||
                                    std::ranges::any_of(station->services, [&](Theme service) {
                                        return is_about(*work, service);
                                    });
                for (const auto& doer : doers) {
                    if (!belongs_to(standing.response, station->partner, doer)) continue;
                    there.insert(doer);
                    if (!serves) continue;
                    able.insert(doer);
                    has_room = has_room || station->capacity != 0;
                }
            }
            if (has_room) continue;
            if (doers.empty())
                concern.grounds.push_back({Reason::nobody_named});
            else if (there.empty())
                add_if_any(concern, Reason::not_present, doers);
            else if (able.empty())
                add_if_any(concern, Reason::other_services, there);
            else
                add_if_any(concern, Reason::no_room, able);
            add_if_any(concern, Reason::able_there,
                       without(standing.offering(place, work->themes), doers));
            concerns.push_back(std::move(concern));
        }
    }
}

void find_mandates_without_presence(const Standing& standing, Concerns& concerns) {
    struct Asked {
        const NeedThere* need = nullptr;
        std::set<Id> doers;
        std::vector<Id> works;
    };
    std::map<std::pair<Id, Theme>, Asked> asked;
    for (const auto& [key, need] : standing.needs)
        if (auto& there = asked[{key.place, key.theme}]; !there.need) there.need = &need;
    for (const auto* work : standing.under_way)
        for (const auto& place : work->places)
            for (const auto theme : work->themes) {
                auto& there = asked[{place, theme}];
                there.doers.insert(work->doers.begin(), work->doers.end());
                there.works.push_back(work->id);
            }
    for (auto& [where, there] : asked) {
        const auto& [place, theme] = where;
        const auto mandated = standing.mandated(theme, place);
        if (mandated.empty() || !standing.represented(mandated, place).empty()) continue;
        Concern concern{
            {ConcernSort::mandate_without_presence, place, theme, {}, in_order(mandated)},
            {theme},
            {}};
        add_if_any(concern, Reason::none_mandated_there, mandated);
        if (there.need) tell_need(concern, *there.need);
        add_if_any(concern, Reason::worked_by, there.doers, std::move(there.works));
        concerns.push_back(std::move(concern));
    }
    for (const auto& [partner, actor] : standing.response.actors) {
        if (actor.mandates.empty()) continue;
        const bool is_somewhere =
            std::ranges::any_of(standing.stations,
                                [&, &id = partner](const Station* station) {
                                    return belongs_to(standing.response, station->partner, id);
                                }) ||
            std::ranges::any_of(standing.under_way, [&, &id = partner](const Work* work) {
                return work->stage == Stage::reported && !work->places.empty() &&
                       std::ranges::any_of(work->doers, [&](const Id& doer) {
                           return belongs_to(standing.response, doer, id);
                       });
            });
        if (is_somewhere) continue;
        concerns.push_back({{ConcernSort::mandate_without_presence, {}, {}, {}, {partner}},
                            actor.mandates,
                            {{Reason::present_nowhere, {partner}}}});
    }
}

}  // namespace tenpoint::coverage

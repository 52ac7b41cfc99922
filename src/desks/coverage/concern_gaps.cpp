// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "desks/coverage/concern_parts.hpp"
#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

Numbers without(const Numbers& numbers, const Numbers& taken) {
    Numbers rest;
    std::ranges::set_difference(numbers, taken, std::back_inserter(rest));
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

bool is_at(const ResponseIndex& index, std::uint32_t work, Number place) {
    return std::ranges::any_of(index.places_of(work),
                               [&](Number each) { return index.meets(each, place); });
}

// Who of all could do something about it, and who is there already.
void tell_who_could(const Standing& standing, const NeedKey& need, Number place, Concern& concern) {
    const auto& index = standing.index;
    std::set<Id> planners;
    std::vector<Id> plans;
    for (const auto position : standing.planned) {
        const auto& work = standing.work(position);
        if (!answers_need(work, need.theme) || !is_for(work, need.people) ||
            !is_at(index, position, place))
            continue;
        planners.insert(work.doers.begin(), work.doers.end());
        plans.push_back(work.id);
    }
    add_if_any(concern, Reason::planned, in_order(planners), std::move(plans));
    const auto add = [&](Reason reason, const Numbers& partners) {
        add_if_any(concern, reason, standing.partner_ids(partners));
    };
    const auto& represented = standing.represented_at(place);
    add(Reason::offered, standing.offering(place, {need.theme}));
    const auto mandated = standing.mandated(need.theme, place);
    const auto mandated_there = common(mandated, represented);
    add(Reason::mandated_there, mandated_there);
    add(Reason::mandated_elsewhere, without(mandated, mandated_there));
    if (mandated.empty()) concern.grounds.push_back({Reason::nobody_mandated});
    add(Reason::expert_there, without(common(index.expert_in(need.theme), represented), mandated));
}

// What is under way about a need at its place.
struct Met {
    bool fully = false;
    Numbers parts;                // where it is met within the place
    std::set<std::string> areas;  // the same, where the directory does not know them
    std::vector<Id> works;        // in these
    std::vector<Id> for_others;
};

// Each of the parts that the directory knows, and it knows some.
bool are_all_parts(const ResponseIndex& index, Number place, const Numbers& met) {
    const auto& parts = index.parts_of(place);
    return !parts.empty() && std::ranges::all_of(parts, [&](Number part) {
        return std::ranges::any_of(met, [&](Number each) { return index.is_within(each, part); });
    });
}

// Work around the place is done for it as well, and that in an area which nobody knows may be.
Met met_by(const Standing& standing, const NeedKey& need, Number place) {
    const auto& index = standing.index;
    Met met;
    for (const auto position : standing.under_way_at(place)) {
        const auto& work = standing.work(position);
        if (!answers_need(work, need.theme)) continue;
        if (!is_for(work, need.people)) {
            met.for_others.push_back(work.id);
            continue;
        }
        for (const auto at : index.places_of(position)) {
            if (at == place && !work.area.empty())
                met.areas.insert(work.area);
            else if (index.is_within(place, at))
                met.fully = true;
            else if (index.is_within(at, place))
                met.parts.push_back(at);
        }
        if (met.fully) return met;
        met.works.push_back(work.id);
    }
    put_in_order(met.parts);
    met.fully = are_all_parts(index, place, met.parts);
    return met;
}

// What is for some people is for everybody too, so that the works tell whether all of it is.
bool is_no_worse(const Met& for_some, const Met& for_everybody) {
    return for_some.works == for_everybody.works;
}

void tell_met(const Standing& standing, Met met, Concern& concern) {
    if (!met.works.empty()) {
        const auto place = standing.index.places()[*concern.subject.place];
        const bool knows_parts = !standing.index.parts_of(place).empty();
        Grounds within{
            knows_parts ? Reason::only_within : Reason::perhaps_within, {}, std::move(met.works)};
        for (const auto part : met.parts)
            within.places.push_back(standing.index.places().id(part));
        within.areas = std::move(met.areas);
        concern.grounds.push_back(std::move(within));
    } else if (met.for_others.empty()) {
        concern.grounds.push_back({Reason::nobody_works});
    }
    if (!met.for_others.empty())
        concern.grounds.push_back({Reason::for_others_only, {}, std::move(met.for_others)});
}

}  // namespace

void find_needs_without_action(const Standing& standing, Concerns& concerns) {
    if (standing.query.partner) return;  // it is of no partner
    // What is done for everybody where that is not enough; such needs come first in the order of
    // their keys.
    std::map<std::pair<Id, Theme>, Met> for_everybody;
    for (const auto& [key, need] : standing.needs) {
        const auto& [place_id, theme, people] = key;
        const auto place = standing.index.places()[place_id];
        if (!standing.asks(theme) || !standing.asks(place)) continue;
        auto met = met_by(standing, key, place);
        if (met.fully) continue;
        const auto general = for_everybody.find({place_id, theme});
        if (general != for_everybody.end() && is_no_worse(met, general->second)) continue;
        // Who asks for some people alone is not told of everybody's needs instead.
        if (!people && !standing.query.people) for_everybody.try_emplace({place_id, theme}, met);
        Concern concern{
            {ConcernSort::need_without_action, place_id, theme, people, {}}, {theme}, {}};
        if (standing.told == Told::with_grounds) {
            tell_need(concern, need);
            tell_met(standing, std::move(met), concern);
            tell_who_could(standing, key, place, concern);
        }
        concerns.push_back(std::move(concern));
    }
}

namespace {

// Who of the doers of a work is there where it is done, and can do it.
struct Capacity {
    Numbers there, able;
    bool has_room = false;
};

Capacity capacity_for(const Standing& standing, std::uint32_t position, Number place) {
    const auto& index = standing.index;
    const auto& work = standing.work(position);
    Capacity capacity;
    for (const auto at : standing.stations_at(place)) {
        const auto& station = standing.station(at);
        const bool serves = station.services.empty() || work.themes.empty() ||
                            std::ranges::any_of(station.services, [&](Theme service) {
                                return is_about(work, service);
                            });
        for (const auto doer : index.doers_of(position)) {
            if (!index.belongs_to(index.partner_of_station(at), doer)) continue;
            capacity.there.push_back(doer);
            if (!serves) continue;
            capacity.able.push_back(doer);
            capacity.has_room = capacity.has_room || station.capacity != 0;
        }
    }
    put_in_order(capacity.there);
    put_in_order(capacity.able);
    return capacity;
}

void tell_capacity(const Standing& standing, const Numbers& known, const Capacity& capacity,
                   Concern& concern) {
    const auto& [there, able, has_room] = capacity;
    const auto add = [&](Reason reason, const Numbers& partners) {
        add_if_any(concern, reason, standing.partner_ids(partners));
    };
    if (concern.subject.partners.empty())
        concern.grounds.push_back({Reason::nobody_named});
    else if (there.empty())
        add(Reason::not_present, known);
    else if (able.empty())
        add(Reason::other_services, there);
    else
        add(Reason::no_room, able);
}

void tell_action(const Standing& standing, std::uint32_t position,
                 const std::optional<Number>& place, const Numbers& known, const Capacity& capacity,
                 Concerns& concerns) {
    const auto& work = standing.work(position);
    auto doers = standing.index.doers_of(position);
    put_in_order(doers);
    Concern concern{{ConcernSort::action_without_capacity, {}, {}, {}, standing.partner_ids(doers)},
                    work.themes,
                    {}};
    if (place) concern.subject.place = standing.index.places().id(*place);
    concern.grounds.push_back({Reason::work, {}, {work.id}, work.people});
    if (standing.told == Told::with_grounds) {
        tell_capacity(standing, known, capacity, concern);
        if (place)
            add_if_any(
                concern, Reason::able_there,
                standing.partner_ids(without(standing.offering(*place, work.themes), doers)));
    }
    concerns.push_back(std::move(concern));
}

}  // namespace

void find_actions_without_capacity(const Standing& standing, Concerns& concerns) {
    const auto& index = standing.index;
    for (const auto position : standing.under_way) {
        // Who reports what it does somewhere is there, also where the directory does not know it.
        if (standing.work(position).stage == Stage::reported) continue;
        auto doers = index.doers_of(position);
        put_in_order(doers);
        Numbers known;
        std::ranges::copy_if(doers, std::back_inserter(known),
                             [&](Number doer) { return index.is_stationed(doer); });
        const auto& places = index.places_of(position);
        if (doers.empty() && places.size() > 1) {
            if (std::ranges::any_of(places, [&](Number place) { return standing.asks(place); }))
                tell_action(standing, position, {}, {}, {}, concerns);
            continue;
        }
        if (known.empty() && !doers.empty()) continue;
        for (const auto place : places) {
            if (!standing.asks(place)) continue;
            if (const auto capacity = capacity_for(standing, position, place); !capacity.has_room)
                tell_action(standing, position, place, known, capacity, concerns);
        }
    }
}

namespace {

// What is needed or done about a theme at a place.
struct Called {
    const NeedThere* need = nullptr;
    Positions works;
};

std::map<std::pair<Number, Theme>, Called> called_for(const Standing& standing) {
    std::map<std::pair<Number, Theme>, Called> called;
    for (const auto& [key, need] : standing.needs) {
        const auto place = standing.index.places()[key.place];
        if (!standing.asks(key.theme) || !standing.asks(place)) continue;
        if (auto& there = called[{place, key.theme}]; !there.need) there.need = &need;
    }
    for (const auto& [place, works] : standing.under_way_by_place)
        if (standing.asks(place))
            for (const auto position : works)
                for (const auto theme : standing.work(position).themes)
                    if (standing.asks(theme)) called[{place, theme}].works.push_back(position);
    return called;
}

void tell_called(const Standing& standing, const Called& there, Concern& concern) {
    add_if_any(concern, Reason::none_mandated_there, concern.subject.partners);
    if (there.need) tell_need(concern, *there.need);
    std::set<Id> doers;
    std::vector<Id> works;
    for (const auto position : there.works) {
        const auto& work = standing.work(position);
        doers.insert(work.doers.begin(), work.doers.end());
        works.push_back(work.id);
    }
    add_if_any(concern, Reason::worked_by, in_order(doers), std::move(works));
}

// All that are anywhere, with what they are a part of.
std::set<Number> represented_anywhere(const Standing& standing) {
    const auto& index = standing.index;
    std::set<Number> somewhere;
    const auto add = [&](Number partner) {
        somewhere.insert(index.wholes(partner).begin(), index.wholes(partner).end());
    };
    for (const auto& [place, stations] : standing.stations_by_place)
        for (const auto position : stations)
            add(index.partner_of_station(position));
    for (const auto position : standing.under_way)
        if (standing.work(position).stage == Stage::reported && !index.places_of(position).empty())
            std::ranges::for_each(index.doers_of(position), add);
    return somewhere;
}

}  // namespace

void find_mandates_without_presence(const Standing& standing, Concerns& concerns) {
    if (standing.query.people) return;  // it is of nobody in particular
    for (const auto& [where, there] : called_for(standing)) {
        const auto& [place, theme] = where;
        const auto mandated = standing.mandated(theme, place);
        if (mandated.empty() || !common(mandated, standing.represented_at(place)).empty()) continue;
        Concern concern{{ConcernSort::mandate_without_presence,
                         standing.index.places().id(place),
                         theme,
                         {},
                         standing.partner_ids(mandated)},
                        {theme},
                        {}};
        if (standing.told == Told::with_grounds) tell_called(standing, there, concern);
        concerns.push_back(std::move(concern));
    }
    if (standing.query.place) return;
    const auto somewhere = represented_anywhere(standing);
    for (const auto& [partner, actor] : standing.response().actors)
        if (!actor.mandates.empty() && !somewhere.contains(standing.index.partners()[partner]))
            concerns.push_back({{ConcernSort::mandate_without_presence, {}, {}, {}, {partner}},
                                actor.mandates,
                                {{Reason::present_nowhere, {partner}}}});
}

}  // namespace tenpoint::coverage

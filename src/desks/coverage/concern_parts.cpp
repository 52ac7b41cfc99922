// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern_parts.hpp"

#include <algorithm>

#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

bool holds_on(const Need& need, Day day) {
    return (!need.begins || *need.begins <= day) && (!need.ends || day <= *need.ends);
}

bool any_concerns(const std::vector<Theme>& themes, Theme theme) {
    return std::ranges::any_of(themes, [&](Theme each) { return concerns(each, theme); });
}

// Of a stock the last one stands.
struct LastStock {
    Day begins{};
    std::int64_t count = 0;
};
using LastStocks = std::map<std::pair<NeedKey, std::string>, LastStock>;

void add(const Need& need, const NeedKey& key, NeedThere& there, LastStocks& stocks) {
    if (need.counted.empty()) {
        there.is_entered = true;
        if (need.count) there.entered = std::max(there.entered.value_or(0), *need.count);
        return;
    }
    auto& total = there.by_counted[need.counted];
    if (!need.is_stock) {
        total += need.count.value_or(0);
        return;
    }
    const auto begins = need.begins.value_or(Day{});
    const auto [last, is_first] = stocks.try_emplace({key, need.counted});
    if (!is_first && begins < last->second.begins) return;
    last->second = {begins, need.count.value_or(0)};
    total = last->second.count;
}

}  // namespace

bool is_about(const Work& work, Theme theme) {
    return any_concerns(work.themes, theme);
}

std::vector<Id> in_order(const std::set<Id>& ids) {
    return {ids.begin(), ids.end()};
}

void add_if_any(Concern& concern, Reason reason, const std::set<Id>& partners,
                std::vector<Id> works) {
    if (!partners.empty() || !works.empty())
        concern.grounds.push_back({reason, in_order(partners), std::move(works)});
}

bool Standing::is_at(const Work& work, const Id& place) const {
    return std::ranges::any_of(work.places,
                               [&](const Id& each) { return meets(response, each, place); });
}

const std::set<Id>& Standing::partners_at(const Id& place) const {
    const auto [known, is_new] = known_there.try_emplace(place);
    auto& found = known->second;
    if (!is_new) return found;
    for (const auto* station : stations)
        if (meets(response, station->place, place)) found.insert(station->partner);
    for (const auto* work : under_way)
        if (work->stage == Stage::reported && is_at(*work, place))
            found.insert(work->doers.begin(), work->doers.end());
    return found;
}

std::set<Id> Standing::offering(const Id& place, const std::vector<Theme>& themes) const {
    std::set<Id> found;
    for (const auto* station : stations)
        if (meets(response, station->place, place) && std::ranges::any_of(themes, [&](Theme theme) {
                return any_concerns(station->services, theme);
            }))
            found.insert(station->partner);
    return found;
}

std::set<Id> Standing::mandated(Theme theme, const Id& place) const {
    std::set<Id> found;
    for (const auto& [partner, actor] : response.actors)
        if (any_concerns(actor.mandates, theme) &&
            (!actor.only_in || meets(response, *actor.only_in, place)))
            found.insert(partner);
    return found;
}

std::set<Id> Standing::experts(Theme theme) const {
    std::set<Id> found;
    for (const auto& [partner, actor] : response.actors)
        if (any_concerns(actor.expertise, theme)) found.insert(partner);
    return found;
}

std::set<Id> Standing::represented(const std::set<Id>& partners, const Id& place) const {
    std::set<Id> found;
    for (const auto& there : partners_at(place))
        for (const auto& partner : partners)
            if (belongs_to(response, there, partner)) found.insert(partner);
    return found;
}

Standing standing_on(const Response& response, Day day) {
    Standing standing{response, {}, {}, {}, {}};
    LastStocks stocks;
    for (const auto& need : response.needs) {
        if (!holds_on(need, day)) continue;
        const NeedKey key{need.place, need.theme, need.people};
        add(need, key, standing.needs[key], stocks);
    }
    for (const auto& work : response.works) {
        if (runs_on(work, day))
            standing.under_way.push_back(&work);
        else if (is_planned_on(work, day))
            standing.planned.push_back(&work);
    }
    for (const auto& station : response.stations)
        if (is_there_on(station, day)) standing.stations.push_back(&station);
    return standing;
}

}  // namespace tenpoint::coverage

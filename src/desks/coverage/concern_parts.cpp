// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern_parts.hpp"

#include <algorithm>

#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {
namespace {

bool holds_on(const Need& need, Day day) {
    return (!need.begins || *need.begins <= day) && (!need.ends || day <= *need.ends);
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

// All of the positions that stand at any of the places, each once.
Positions gathered(const std::unordered_map<Number, Positions>& by_place, const Numbers& places) {
    Positions all;
    for (const auto place : places)
        if (const auto found = by_place.find(place); found != by_place.end())
            all.insert(all.end(), found->second.begin(), found->second.end());
    put_in_order(all);
    return all;
}

void add_needs(Standing& standing, const std::vector<Need>& needs, Day day, LastStocks& stocks) {
    for (const auto& need : needs) {
        if (!holds_on(need, day)) continue;
        const NeedKey key{need.place, need.theme, need.people};
        add(need, key, standing.needs[key], stocks);
    }
}

}  // namespace

bool is_about(const Work& work, Theme theme) {
    return any_concerns(work.themes, theme);
}

std::vector<Id> in_order(const std::set<Id>& ids) {
    return {ids.begin(), ids.end()};
}

void add_if_any(Concern& concern, Reason reason, std::vector<Id> partners, std::vector<Id> works) {
    if (!partners.empty() || !works.empty())
        concern.grounds.push_back({reason, std::move(partners), std::move(works)});
}

std::vector<Id> Standing::partner_ids(const Numbers& numbers) const {
    std::vector<Id> ids;
    for (const auto number : numbers)
        ids.push_back(partner(number));
    return ids;
}

bool Standing::asks(Number place) const {
    return !query.place || is_within(response(), index.places().id(place), *query.place);
}

const Positions& Standing::under_way_at(Number place) const {
    const auto [known, is_new] = known_works.try_emplace(place);
    if (is_new) known->second = gathered(under_way_by_place, index.meeting(place));
    return known->second;
}

const Positions& Standing::stations_at(Number place) const {
    const auto [known, is_new] = known_stations.try_emplace(place);
    if (is_new) known->second = gathered(stations_by_place, index.meeting(place));
    return known->second;
}

const Numbers& Standing::represented_at(Number place) const {
    const auto [known, is_new] = known_represented.try_emplace(place);
    auto& found = known->second;
    if (!is_new) return found;
    Numbers there;
    for (const auto position : stations_at(place))
        there.push_back(index.partner_of_station(position));
    for (const auto position : under_way_at(place))
        if (work(position).stage == Stage::reported)
            there.insert(there.end(), index.doers_of(position).begin(),
                         index.doers_of(position).end());
    put_in_order(there);
    for (const auto partner : there)
        found.insert(found.end(), index.wholes(partner).begin(), index.wholes(partner).end());
    put_in_order(found);
    return found;
}

Numbers Standing::offering(Number place, const std::vector<Theme>& themes) const {
    Numbers found;
    for (const auto position : stations_at(place))
        if (std::ranges::any_of(themes, [&](Theme theme) {
                return any_concerns(station(position).services, theme);
            }))
            found.push_back(index.partner_of_station(position));
    put_in_order(found);
    return found;
}

Numbers Standing::mandated(Theme theme, Number place) const {
    Numbers found;
    for (const auto partner : index.charged_with(theme))
        if (const auto& only_in = index.only_in(partner); !only_in || index.meets(*only_in, place))
            found.push_back(partner);
    return found;
}

Standing standing_on(const ResponseIndex& index, const std::vector<Need>& counted, Day day,
                     const ConcernQuery& query, Told told) {
    Standing standing{index, query, told};
    const auto& response = index.response();
    LastStocks stocks;
    add_needs(standing, response.needs, day, stocks);
    add_needs(standing, counted, day, stocks);
    for (std::uint32_t position = 0; position < response.works.size(); ++position) {
        const auto& work = response.works[position];
        if (runs_on(work, day)) {
            standing.under_way.push_back(position);
            for (const auto place : index.places_of(position))
                standing.under_way_by_place[place].push_back(position);
        } else if (is_planned_on(work, day)) {
            standing.planned.push_back(position);
        }
    }
    for (std::uint32_t position = 0; position < response.stations.size(); ++position)
        if (is_there_on(response.stations[position], day))
            standing.stations_by_place[index.place_of_station(position)].push_back(position);
    return standing;
}

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <rapidcheck/gtest.h>

#include "made_response.hpp"

namespace tenpoint::coverage {

inline Id any_of(std::initializer_list<const char*> ids) {
    return Id{*rc::gen::elementOf(std::vector<std::string>(ids.begin(), ids.end()))};
}
inline Id any_place() {
    return any_of({"region", "country", "port", "camp", "quay", "abroad"});
}
inline Id any_partner() {
    return any_of({"agency", "office", "ngo", "doctors", "ministry"});
}
inline Theme any_theme() {
    return *rc::gen::element(Theme::reception, Theme::reception_facilities, Theme::shelter,
                             Theme::health, Theme::registration);
}
inline std::optional<Population> anybody_or_some() {
    return *rc::gen::element(std::optional<Population>{}, std::optional{Population::refugees},
                             std::optional{Population::returnees});
}
inline std::optional<Day> any_day() {
    return *rc::gen::element(std::optional<Day>{}, std::optional{on("2025-01-01")},
                             std::optional{on("2026-02-15")}, std::optional{on("2026-05-31")});
}

inline Work any_activity(int number) {
    Work made;
    made.id = {"work " + std::to_string(number)};
    made.plural = "actions";
    made.doers = {any_partner()};
    if (*rc::gen::inRange(0, 4) == 0) made.doers.push_back(any_partner());
    if (*rc::gen::inRange(0, 8) == 0) made.doers.clear();
    made.themes = {any_theme()};
    made.places = {any_place()};
    if (*rc::gen::inRange(0, 4) == 0) made.places.push_back(Id{"camp"});
    if (made.places.front() == made.places.back()) made.places.resize(1);
    if (*rc::gen::inRange(0, 4) == 0) made.area = "North";
    if (const auto people = anybody_or_some()) made.people = {*people};
    made.stage = static_cast<Stage>(*rc::gen::inRange(0, 4));
    made.what = made.stage == Stage::reported ? *rc::gen::element<std::string>("", "a", "b") : "";
    made.begins = any_day();
    made.ends = any_day();
    if (made.stage == Stage::reported && !made.ends) made.ends = on("2026-06-30");
    return made;
}

// A region with a country, in which a port with its quay, and a camp; a land abroad.
inline Response any_response() {
    auto response = port_and_camp();
    response.places[Id{"region"}] = std::nullopt;
    response.places[Id{"country"}] = Id{"region"};
    response.places[Id{"quay"}] = Id{"port"};
    response.places[Id{"abroad"}] = Id{"region"};
    response.actors[Id{"office"}] = {{}, {}, Id{"agency"}, {}};
    response.actors[Id{"ministry"}] = {
        {Theme::registration, Theme::reception}, {}, {}, Id{"country"}};
    for (auto& station : response.stations)
        station.until = any_day();
    for (int number = *rc::gen::inRange(0, 4); number > 0; --number)
        response.stations.push_back({any_partner(), any_place(), {any_theme()}, {}, {}, any_day()});
    for (int number = *rc::gen::inRange(0, 12); number > 0; --number)
        response.works.push_back(any_activity(number));
    for (int number = *rc::gen::inRange(0, 6); number > 0; --number) {
        response.needs.push_back(need(any_place().text, any_theme(), anybody_or_some(), number));
        response.needs.back().begins = any_day();
    }
    return response;
}

}  // namespace tenpoint::coverage

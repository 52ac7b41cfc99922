// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/describe/enum_to_string.hpp>

#include "desks/coverage/concern_parts.hpp"

namespace tenpoint::coverage {

inline Day on(const char* text) {
    return day_from_text(text).value();
}

// A country with a port and a camp; two agencies that are charged with reception and are at the
// port, and one that knows health and is nowhere.
inline Response port_and_camp() {
    Response response;
    response.places[Id{"country"}] = std::nullopt;
    response.places[Id{"port"}] = Id{"country"};
    response.places[Id{"camp"}] = Id{"country"};
    response.actors[Id{"agency"}] = {{Theme::reception}, {}, {}, {}};
    response.actors[Id{"ngo"}] = {};
    response.actors[Id{"doctors"}] = {{}, {Theme::health}, {}, {}};
    response.stations.push_back({Id{"agency"}, Id{"port"}, {Theme::reception}, 40, {}, {}});
    response.stations.push_back({Id{"ngo"}, Id{"port"}, {}, {}, {}, {}});
    return response;
}

inline Work work(const std::string& id, const std::string& doer, const std::string& place,
                 Theme theme, std::vector<Population> people = {}) {
    Work made;
    made.id = {id};
    made.plural = "actions";
    made.title.en = id;
    if (!doer.empty()) made.doers = {Id{doer}};
    made.places = {Id{place}};
    made.themes = {theme};
    made.people = std::move(people);
    made.stage = Stage::under_way;
    return made;
}

inline Need need(const std::string& place, Theme theme,
                 std::optional<Population> people = std::nullopt,
                 std::optional<std::int64_t> count = std::nullopt) {
    Need made;
    made.record = {"need"};
    made.place = {place};
    made.theme = theme;
    made.people = people;
    made.count = count;
    return made;
}

// All of a day.
inline std::vector<Concern> find_concerns(const Response& response, Day day) {
    const ResponseIndex index(response);
    const ConcernQuery all;
    return find_concerns(standing_on(index, {}, day, all, Told::with_grounds));
}

// "overlap port reception agency+ngo; …"
inline std::string told(const std::vector<Concern>& concerns) {
    std::string text;
    for (const auto& [subject, themes, grounds] : concerns) {
        const auto say = [&](std::string_view word) {
            text += ' ';
            text += word;
        };
        text += text.empty() ? "" : "; ";
        text += boost::describe::enum_to_string(subject.sort, "");
        if (subject.place) say(subject.place->text);
        if (subject.theme) say(boost::describe::enum_to_string(*subject.theme, ""));
        if (subject.people) say(boost::describe::enum_to_string(*subject.people, ""));
        for (const auto& partner : subject.partners)
            say(partner.text);
    }
    return text;
}

inline bool has_reason(const Concern& concern, Reason reason) {
    for (const auto& grounds : concern.grounds)
        if (grounds.reason == reason) return true;
    return false;
}

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/who_does_what.hpp"

#include <algorithm>
#include <map>

namespace tenpoint::coverage {
namespace {

// How far a work is in a stretch of time; nothing where it is in none of it.
std::optional<Stage> stage_within(const Work& work, const DoingQuery& query) {
    if (work.ends && work.stage != Stage::under_way && *work.ends < query.from) return std::nullopt;
    if (work.stage == Stage::planned) return Stage::planned;
    if (work.begins && query.to < *work.begins) return Stage::planned;
    if (work.stage == Stage::under_way || work.stage == Stage::reported) return Stage::under_way;
    if (!work.ends && !(work.begins && query.from <= *work.begins)) return std::nullopt;
    return Stage::done;
}

bool is_there_within(const Station& station, const DoingQuery& query) {
    return (!station.since || *station.since <= query.to) &&
           (!station.until || query.from <= *station.until);
}

template <class T>
std::vector<std::optional<T>> or_nothing(const std::vector<T>& values) {
    if (values.empty()) return {std::nullopt};
    return {values.begin(), values.end()};
}

Id rolled_up(const Response& response, const Id& place, MatrixLevel level) {
    std::optional<Id> country;
    for (const auto& outer : with_outer_places(response, place)) {
        const auto kind = response.place_kinds.find(outer);
        if (kind == response.place_kinds.end()) continue;
        if (level == MatrixLevel::admin1 && kind->second == PlaceKind::admin1) return outer;
        if (kind->second != PlaceKind::country) continue;
        country = outer;
        break;
    }
    return country.value_or(place);
}

struct Asks {
    const Response& response;
    const DoingQuery& query;

    bool partner(const Id& id) const {
        return !query.partner || belongs_to(response, id, *query.partner);
    }
    bool place(const std::optional<Id>& id) const {
        return !query.place || (id && is_within(response, *id, *query.place));
    }
    bool theme(const std::optional<Theme>& theme) const {
        return !query.theme ||
               (theme && (*theme == *query.theme || whole_of(*theme) == *query.theme));
    }
    bool people(const std::vector<Population>& people) const {
        return !query.people || std::ranges::count(people, *query.people) > 0;
    }
    // Whether it counts in the cell that is asked for.
    bool cell(const Id& partner, const std::optional<Id>& place,
              const std::optional<Theme>& theme) const {
        if (!query.cell) return true;
        const auto& asked = *query.cell;
        if (partner != asked.partner) return false;
        if (asked.theme && !(theme && whole_of(*theme) == *asked.theme)) return false;
        if (!asked.place) return true;
        return place &&
               (asked.level ? rolled_up(response, *place, *asked.level) : *place) == *asked.place;
    }
    bool doing(const Id& doer, const std::optional<Id>& at,
               const std::optional<Theme>& about) const {
        return place(at) && theme(about) && partner(doer) && cell(doer, at, about);
    }
    bool work(const Work& work) const {
        const auto any = [](const auto& values, auto holds) {
            return std::ranges::any_of(values, holds);
        };
        return people(work.people) && any(work.doers, [&](const Id& id) { return partner(id); }) &&
               any(or_nothing(work.places), [&](const auto& id) { return place(id); }) &&
               any(or_nothing(work.themes), [&](const auto& each) { return theme(each); });
    }
};

// Calls `see(partner, place, theme, work or station, stage)` for all that is asked for.
template <class See>
void for_each_doing(const Response& response, const DoingQuery& query, See see) {
    const Asks asks{response, query};
    for (const auto& work : response.works) {
        const auto stage = stage_within(work, query);
        if (!stage || !asks.people(work.people)) continue;
        for (const auto& place : or_nothing(work.places))
            for (const auto& theme : or_nothing(work.themes))
                for (const auto& partner : work.doers)
                    if (asks.doing(partner, place, theme))
                        see(partner, place, theme, &work, *stage);
    }
    if (query.people) return;  // a presence says of nobody for whom it is
    for (const auto& station : response.stations)
        for (const auto& theme : or_nothing(station.services))
            if (is_there_within(station, query) &&
                asks.doing(station.partner, station.place, theme))
                see(station.partner, std::optional(station.place), theme, nullptr, Stage::done);
}

template <class Side, class SideOf>
PartnerMatrix<Side> matrix_of(const Response& response, const DoingQuery& query, SideOf side_of) {
    PartnerMatrix<Side> matrix;
    for_each_doing(response, query,
                   [&](const Id& partner, const std::optional<Id>& place,
                       const std::optional<Theme>& theme, const Work* work, Stage stage) {
                       const auto side = side_of(place, theme);
                       if (!side) return;
                       auto& cell = matrix[partner][*side];
                       if (!work)
                           cell.present = true;
                       else if (stage == Stage::planned)
                           cell.planned.insert(work->id);
                       else if (stage == Stage::under_way)
                           cell.under_way.insert(work->id);
                       else
                           cell.done.insert(work->id);
                   });
    return matrix;
}

}  // namespace

std::vector<Doing> who_does_what(const Response& response, const DoingQuery& query) {
    std::map<std::tuple<Id, std::optional<Id>, std::optional<Theme>>, Doing> doings;
    for_each_doing(response, query,
                   [&](const Id& partner, const std::optional<Id>& place,
                       const std::optional<Theme>& theme, const Work* work, Stage stage) {
                       auto& doing = doings[{partner, place, theme}];
                       doing.partner = partner;
                       doing.place = place;
                       doing.theme = theme;
                       if (!work) {
                           doing.present = true;
                           return;
                       }
                       ++(stage == Stage::planned     ? doing.planned
                          : stage == Stage::under_way ? doing.under_way
                                                      : doing.done);
                       doing.people.insert(work->people.begin(), work->people.end());
                       doing.works.push_back(work->id);
                   });
    std::vector<Doing> rows;
    for (auto& [key, doing] : doings)
        rows.push_back(std::move(doing));
    return rows;
}

BesideDirectory beside_directory(const Response& response, const DoingQuery& query) {
    BesideDirectory beside;
    std::set<std::string> names;
    const Asks asks{response, query};
    for (const auto& work : response.works) {
        if (work.doers.empty()) continue;
        const auto found = response.organisations.find(work.doers.front());
        if (found == response.organisations.end()) continue;
        if (!stage_within(work, query) || !asks.work(work)) continue;
        beside.reports += work.reports;
        names.insert(found->second);
    }
    beside.organisations.assign(names.begin(), names.end());
    return beside;
}

std::optional<Period> last_reports_before(const Response& response, const DoingQuery& query) {
    std::optional<Period> last;
    const Asks asks{response, query};
    for (const auto& work : response.works)
        if (work.last_report && *work.begins <= query.to && asks.work(work)) {
            if (query.from <= *work.ends) return std::nullopt;
            last = last ? std::max(*last, *work.last_report) : work.last_report;
        }
    return last;
}

PartnerMatrix<Id> partners_by_place(const Response& response, const DoingQuery& query,
                                    std::optional<MatrixLevel> level) {
    std::map<Id, Id> known;  // of places that were asked
    return matrix_of<Id>(response, query,
                         [&](const std::optional<Id>& place, const auto&) -> std::optional<Id> {
                             if (!place || !level) return place;
                             const auto [rolled, is_new] = known.try_emplace(*place);
                             if (is_new) rolled->second = rolled_up(response, *place, *level);
                             return rolled->second;
                         });
}

PartnerMatrix<Theme> partners_by_theme(const Response& response, const DoingQuery& query) {
    return matrix_of<Theme>(response, query, [](const auto&, const std::optional<Theme>& theme) {
        return theme ? std::optional(whole_of(*theme)) : std::nullopt;
    });
}

}  // namespace tenpoint::coverage

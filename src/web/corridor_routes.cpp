// SPDX-License-Identifier: Apache-2.0
#include "web/corridor_routes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "base/translations.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/corridor_profile.hpp"
#include "desks/movements/figure_table.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::Place;
using movements::Corridor;
using movements::CorridorPlace;
using movements::Indicator;
using movements::JointFigures;

namespace {

// The unit of `by`: month or year.
Result<PeriodUnit> unit_of(const Query& query) {
    const auto by = text_of(query, "by");
    if (by.empty() || by == "month") return PeriodUnit::month;
    if (by == "year") return PeriodUnit::year;
    return invalid_parameter("by", "not_a_choice", {by, "month, year"});
}

// The corridor's places, as far as the reader may see them, in the order of the route.
std::vector<record::Record<Place>> places_of(const store::Snapshot& snapshot,
                                             const std::vector<record::Ref<Place>>& references) {
    std::vector<record::Record<Place>> places;
    for (const auto& reference : references)
        if (auto place = snapshot.get<Place>(reference.id)) places.push_back(std::move(*place));
    return places;
}

std::vector<std::string> codes_of(const std::vector<record::Record<Place>>& places) {
    std::vector<std::string> codes;
    codes.reserve(places.size());
    for (const auto& place : places)
        codes.push_back(place.value.code);
    return codes;
}

// All periods that any place has a figure of, in order.
// Whether a figure counts a longer period than is asked for. It cannot stand among the others,
// where a year would look like a month.
bool is_longer(const movements::Figure& figure, PeriodUnit unit) {
    return figure.period && figure.period->unit() > unit;
}

std::vector<Period> periods_of(const std::vector<CorridorPlace>& profile, PeriodUnit unit) {
    std::set<Period> periods;
    for (const auto& place : profile)
        for (const auto& figure : place.series)
            if (figure.period && !is_longer(figure, unit)) periods.insert(*figure.period);
    return {periods.begin(), periods.end()};
}

// What a place's series leaves out, in words; null where that is nothing.
json::value note_on(const CorridorPlace& place, PeriodUnit unit, Language language) {
    const auto longer = std::ranges::count_if(
        place.series, [&](const auto& figure) { return is_longer(figure, unit); });
    if (longer == 0) return nullptr;
    return json::value(
        translate(language, "web.longer_periods", {{"count", std::int64_t{longer}}}));
}

// A gap stays a gap: null, never zero.
json::array series_of(const CorridorPlace& place, const std::vector<Period>& periods) {
    std::map<Period, std::int64_t> counts;
    for (const auto& figure : place.series)
        if (figure.period) counts[*figure.period] += figure.count;
    json::array series;
    for (const auto& period : periods) {
        const auto count = counts.find(period);
        series.push_back(count == counts.end() ? json::value(nullptr) : json::value(count->second));
    }
    return series;
}

// The same places with the figures of people of one origin alone.
void narrow_to_origin(const movements::Consolidation& consolidation, const std::string& origin,
                      const movements::FigureQuery& days, std::vector<CorridorPlace>& profile) {
    for (auto& row : profile) {
        if (!row.indicator) continue;
        auto query = days;
        query.indicators = {*row.indicator};
        query.places = {row.place};
        query.origins = {origin};
        query.by = {movements::Grouping::place, movements::Grouping::period};
        row.series = movements::figures(consolidation, query).figures;
        row.total = 0;
        for (const auto& figure : row.series)
            row.total = figure.count + (movements::is_stock(*row.indicator) ? 0 : row.total);
    }
}

json::object to_json(const CorridorPlace& row, const record::Record<Place>& place,
                     const std::vector<Period>& periods, PeriodUnit unit, Language language) {
    const bool has_figures = row.indicator.has_value();
    return {
        {"place", place.envelope.id.text},
        {"code", place.value.code},
        {"name", place.value.name.in(language)},
        {"indicator", has_figures ? json::value(boost::describe::enum_to_string(*row.indicator, ""))
                                  : json::value(nullptr)},
        {"total", has_figures ? json::value(row.total) : json::value(nullptr)},
        {"series", series_of(row, periods)},
        {"note", note_on(row, unit, language)}};
}

// Recorded deaths and missing persons, place by place. Indicators are never added: a place is given
// by the first of these that it has.
json::array deaths_of(const movements::Consolidation& consolidation,
                      const std::vector<record::Record<Place>>& places, const Corridor& corridor,
                      const movements::FigureQuery& days, Language language) {
    if (corridor.death_places.empty()) return {};
    const auto rows = movements::corridor_profile(
        consolidation, codes_of(places),
        {Indicator::death_and_missing, Indicator::death, Indicator::missing}, days.from, days.to,
        PeriodUnit::year);
    json::array deaths;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].indicator)
            deaths.push_back(
                {{"place", places[i].envelope.id.text},
                 {"code", places[i].value.code},
                 {"name", places[i].value.name.in(language)},
                 {"indicator", boost::describe::enum_to_string(*rows[i].indicator, "")},
                 {"count", rows[i].total}});
    return deaths;
}

Result<Response> get_profile(store::Store& store, JointFigures& figures, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(unit, unit_of(query));
    movements::FigureQuery days;
    TENPOINT_TRY(from, day_of(query, "from"));
    TENPOINT_TRY(to, day_of(query, "to"));
    days.from = from;
    days.to = to;
    days.period_unit = unit;
    TENPOINT_TRY(consolidation, figures.current());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(corridor, snapshot.get<Corridor>(id));
        const auto places = places_of(snapshot, corridor.value.places);
        auto profile = movements::corridor_profile(
            *consolidation, codes_of(places), corridor.value.indicators, days.from, days.to, unit);
        if (const auto origin = text_of(query, "origin"); !origin.empty())
            narrow_to_origin(*consolidation, origin, days, profile);
        const auto periods = periods_of(profile, unit);
        json::array period_texts;
        for (const auto& period : periods)
            period_texts.emplace_back(to_text(period));
        json::array rows;
        for (std::size_t i = 0; i < profile.size(); ++i)
            rows.push_back(to_json(profile[i], places[i], periods, unit, request.language));
        const auto death_places = places_of(snapshot, corridor.value.death_places);
        return json_response({{"corridor", id.text},
                              {"periods", std::move(period_texts)},
                              {"places", std::move(rows)},
                              {"deaths", deaths_of(*consolidation, death_places, corridor.value,
                                                   days, request.language)}});
    });
}

json::object profile_schema() {
    const auto indicator = choice_schema_of<Indicator>();
    const auto count = nullable(number_schema());
    const auto place = object_schema({{"place", id_schema()},
                                      {"code", text_schema()},
                                      {"name", text_schema()},
                                      {"indicator", nullable(indicator)},
                                      {"total", count},
                                      {"series", list_schema(count)},
                                      {"note", nullable(text_schema())}});
    const auto deaths = object_schema({{"place", id_schema()},
                                       {"code", text_schema()},
                                       {"name", text_schema()},
                                       {"indicator", indicator},
                                       {"count", number_schema()}});
    return object_schema({{"corridor", id_schema()},
                          {"periods", list_schema(text_schema())},
                          {"places", list_schema(place)},
                          {"deaths", list_schema(deaths)}});
}

}  // namespace

Routes corridor_routes(store::Store& store, JointFigures& figures) {
    Route profile;
    profile.method = Method::get;
    profile.path = "/api/corridors/{id}/profile";
    profile.answer = [&store, &figures](Request& request) {
        return get_profile(store, figures, request);
    };
    profile.operation.id = "get_corridor_profile";
    profile.operation.summary = "get_corridor_profile";
    profile.operation.tag = "corridors";
    profile.operation.answer = profile_schema();
    profile.query = {{"from", date_schema()},
                     {"to", date_schema()},
                     {"by", choice_schema({"month", "year"})},
                     {"origin", text_schema()}};
    return {profile};
}

}  // namespace tenpoint::web

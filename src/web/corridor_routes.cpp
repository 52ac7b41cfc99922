// SPDX-License-Identifier: Apache-2.0
#include "web/corridor_routes.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <fmt/format.h>

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

// Whether a figure counts a longer period than is asked for. It cannot stand among the others,
// where a year would look like a month.
bool is_longer(const movements::Figure& figure, PeriodUnit unit) {
    return figure.period && figure.period->unit() > unit;
}

// All periods that any place has a figure of, in order.
std::vector<Period> periods_of(const std::vector<CorridorPlace>& profile, PeriodUnit unit) {
    std::set<Period> periods;
    for (const auto& place : profile)
        for (const auto& figure : place.series)
            if (figure.period && !is_longer(figure, unit)) periods.insert(*figure.period);
    return {periods.begin(), periods.end()};
}

// What a place's series and total leave out, in words; null where that is nothing.
json::value note_on(const CorridorPlace& place, PeriodUnit unit, Language language) {
    std::vector<std::string> said;
    const auto longer = std::ranges::count_if(
        place.series, [&](const auto& figure) { return is_longer(figure, unit); });
    if (longer > 0)
        said.push_back(
            translate(language, "web.longer_periods", {{"count", std::int64_t{longer}}}));
    if (place.origins_left_out)
        said.push_back(translate(language, "figures.notes.origins_left_out"));
    if (said.empty()) return nullptr;
    return json::value(fmt::format("{}", fmt::join(said, " ")));
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

// A number for each period of the series: the same where the same sources stand behind both, so
// that their figures may be compared.
json::array sources_of(const CorridorPlace& place, const std::vector<Period>& periods) {
    std::map<movements::SourceSet, std::int64_t> numbers;
    json::array sources;
    for (const auto& period : periods) {
        const auto behind = place.sources.find(period);
        if (behind == place.sources.end()) {
            sources.emplace_back(nullptr);
            continue;
        }
        const auto next = static_cast<std::int64_t>(numbers.size()) + 1;
        sources.emplace_back(numbers.try_emplace(behind->second, next).first->second);
    }
    return sources;
}

json::object place_json(const CorridorPlace& row, const record::Record<Place>& place,
                        const std::vector<Period>& periods, PeriodUnit unit, Language language) {
    const bool has_figures = row.indicator.has_value();
    const bool has_total = has_figures && row.total.has_value();
    return {
        {"place", place.envelope.id.text},
        {"code", place.value.code},
        {"name", place.value.name.in(language)},
        {"indicator", has_figures ? json::value(boost::describe::enum_to_string(*row.indicator, ""))
                                  : json::value(nullptr)},
        {"total", has_total ? json::value(*row.total) : json::value(nullptr)},
        {"series", series_of(row, periods)},
        {"sources", sources_of(row, periods)},
        {"note", note_on(row, unit, language)}};
}

// Recorded deaths and missing persons, place by place. Indicators are never added: a place is given
// by the first of these that it has. Where nothing is known of the origin asked for, there is none.
json::array deaths_of(const movements::Consolidation& consolidation,
                      const std::vector<record::Record<Place>>& places,
                      const movements::FigureQuery& asked, Language language) {
    const auto rows = movements::corridor_profile(
        consolidation, codes_of(places),
        {Indicator::death_and_missing, Indicator::death, Indicator::missing}, asked);
    json::array deaths;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].indicator && rows[i].total)
            deaths.push_back(
                {{"place", places[i].envelope.id.text},
                 {"code", places[i].value.code},
                 {"name", places[i].value.name.in(language)},
                 {"indicator", boost::describe::enum_to_string(*rows[i].indicator, "")},
                 {"count", *rows[i].total},
                 {"note", note_on(rows[i], PeriodUnit::year, language)}});
    return deaths;
}

Result<Response> get_profile(store::Store& store, JointFigures& figures, const Request& request) {
    const auto& query = request.target.query;
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(unit, unit_of(query));
    movements::FigureQuery asked;
    TENPOINT_TRY(days, days_of(query));
    asked.from = days.from;
    asked.to = days.to;
    asked.period_unit = unit;
    if (auto origin = text_of(query, "origin"); !origin.empty())
        asked.origins.push_back(std::move(origin));
    TENPOINT_TRY(consolidation, figures.current());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(corridor, snapshot.get<Corridor>(id));
        const auto places = places_of(snapshot, corridor.value.places);
        const auto profile = movements::corridor_profile(*consolidation, codes_of(places),
                                                         corridor.value.indicators, asked);
        const auto periods = periods_of(profile, unit);
        json::array period_texts;
        for (const auto& period : periods)
            period_texts.emplace_back(to_text(period));
        json::array rows;
        for (std::size_t i = 0; i < profile.size(); ++i)
            rows.push_back(place_json(profile[i], places[i], periods, unit, request.language));
        const auto death_places = places_of(snapshot, corridor.value.death_places);
        return json_response(
            {{"corridor", id.text},
             {"periods", std::move(period_texts)},
             {"places", std::move(rows)},
             {"deaths", deaths_of(*consolidation, death_places, asked, request.language)}});
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
                                      {"sources", list_schema(count)},
                                      {"note", nullable(text_schema())}});
    const auto deaths = object_schema({{"place", id_schema()},
                                       {"code", text_schema()},
                                       {"name", text_schema()},
                                       {"indicator", indicator},
                                       {"count", number_schema()},
                                       {"note", nullable(text_schema())}});
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

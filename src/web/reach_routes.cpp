// SPDX-License-Identifier: Apache-2.0
#include "web/reach_routes.hpp"

#include <array>

#include <boost/json/array.hpp>

#include "desks/coverage/reach_reports.hpp"
#include "web/month_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/table_download.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using coverage::Estimate;
using coverage::Estimates;
using coverage::Reach;

namespace {

constexpr std::array<std::string_view, coverage::reached_populations + 1> population_words{
    "in_destination", "in_transit", "host_community", "pendular", "returnees", "not_said"};
constexpr std::array<std::string_view, coverage::reached_ages + 1> age_words{
    "women", "men", "other_adults", "girls", "boys", "other_children", "not_said"};

template <std::size_t N>
json::object parts_json(const std::array<std::int64_t, N>& parts,
                        const std::array<std::string_view, N>& words) {
    json::object out;
    for (std::size_t i = 0; i < N; ++i)
        out[words.at(i)] = parts.at(i);
    return out;
}

json::object estimate_json(const Estimate& estimate) {
    return {{"people", estimate.people()},
            {"by_population", parts_json(estimate.by_population, population_words)},
            {"by_age", parts_json(estimate.by_age, age_words)}};
}

json::object estimates_json(const Estimates& estimates) {
    return {{"sum", estimate_json(estimates.sum)},
            {"highest", estimate_json(estimates.highest)},
            {"grouped", estimate_json(estimates.grouped)}};
}

// Where no area is said, it is the country.
const std::string& name_of(const coverage::ReachPlace& place) {
    return place.area.empty() ? place.country : place.area;
}

json::object reach_json(const Reach& reach) {
    json::array sectors, places;
    for (const auto& [place, sector, fresh, months] : reach.sectors) {
        json::array totals;
        for (const auto& [month, total] : months)
            totals.push_back({{"month", to_text(month)}, {"total", total}});
        sectors.push_back({{"country", place.country},
                           {"place", name_of(place)},
                           {"sector", sector},
                           {"new", fresh ? json::value(*fresh) : json::value(nullptr)},
                           {"months", std::move(totals)}});
    }
    for (const auto& [place, estimates] : reach.places)
        places.push_back({{"country", place.country},
                          {"place", name_of(place)},
                          {"sum", estimates.sum.people()},
                          {"highest", estimates.highest.people()},
                          {"grouped", estimates.grouped.people()}});
    return {{"sectors", std::move(sectors)},
            {"places", std::move(places)},
            {"all", estimates_json(reach.all)},
            {"reports", reach.reports},
            {"without_new", reach.without_fresh}};
}

// By sector and place, then the three methods for each place: each has a column of its own, since
// none may be added to another. The totals of months are no column:
// whoever has them in one would add them up.
formats::Table reach_table(const Reach& reach) {
    using enum formats::ColumnType;
    formats::Table table{{"people_reached"},
                         {{"country", text, "#country+code"},
                          {"place", text, "#adm1"},
                          {"sector", text, "#sector"},
                          {"new", number, "#reached+new"},
                          {"sum", number, "#reached+est+sum"},
                          {"highest", number, "#reached+est+highest"},
                          {"grouped", number, "#reached+est+grouped"}},
                         {}};
    const auto number_cell = [](std::int64_t people) {
        return formats::TableCell(static_cast<double>(people));
    };
    const formats::TableCell nothing;
    for (const auto& sector : reach.sectors)
        table.rows.push_back(
            {{sector.place.country, name_of(sector.place), sector.sector,
              sector.fresh ? number_cell(*sector.fresh) : nothing, nothing, nothing, nothing}});
    for (const auto& [place, estimates] : reach.places)
        table.rows.push_back(
            {{place.country, name_of(place), nothing, nothing, number_cell(estimates.sum.people()),
              number_cell(estimates.highest.people()), number_cell(estimates.grouped.people())}});
    return table;
}

Result<Response> get_reach(store::Store& store, coverage::KeptResponses& responses,
                           const Request& request) {
    const auto& parameters = request.target.query;
    coverage::ReachQuery query;
    TENPOINT_TRY(days, days_of(parameters));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(format, asked_table_format(request));
    query.from = days.from;
    query.to = days.to;
    if (const auto country = text_of(parameters, "country"); !country.empty())
        query.country = country;
    const auto words = words_of(parameters, "group");
    const std::set<std::string> group(words.begin(), words.end());
    TENPOINT_TRY(gathered, responses.of(request.principal));
    const auto reach = coverage::consolidate_reach(
        coverage::asked_reports(gathered->reports->reached, query), group);
    if (format)
        return table_response(reach_table(reach), *format, "people_reached", language,
                              store.clock().now());
    auto told = reach_json(reach);
    told["last_reports"] =
        month_or_null(coverage::last_reports_before(gathered->reports->reached, query));
    return json_response(told);
}

template <std::size_t N>
json::object parts_schema(const std::array<std::string_view, N>& words) {
    json::object properties;
    for (const auto each : words)
        properties[each] = number_schema();
    return object_schema(std::move(properties));
}

json::object reach_schema() {
    const auto month = object_schema({{"month", text_schema()}, {"total", number_schema()}});
    const auto sector = object_schema({{"country", text_schema()},
                                       {"place", text_schema()},
                                       {"sector", text_schema()},
                                       {"new", nullable(number_schema())},
                                       {"months", list_schema(month)}});
    const auto place = object_schema({{"country", text_schema()},
                                      {"place", text_schema()},
                                      {"sum", number_schema()},
                                      {"highest", number_schema()},
                                      {"grouped", number_schema()}});
    const auto estimate = object_schema({{"people", number_schema()},
                                         {"by_population", parts_schema(population_words)},
                                         {"by_age", parts_schema(age_words)}});
    return object_schema(
        {{"sectors", list_schema(sector)},
         {"places", list_schema(place)},
         {"all", object_schema({{"sum", estimate}, {"highest", estimate}, {"grouped", estimate}})},
         {"reports", number_schema()},
         {"without_new", number_schema()},
         {"last_reports", nullable(text_schema())}});
}

}  // namespace

Routes reach_routes(store::Store& store, coverage::KeptResponses& responses) {
    Route reach;
    reach.method = Method::get;
    reach.path = "/api/reach";
    reach.query = {{"country", text_schema()},
                   {"from", date_schema()},
                   {"to", date_schema()},
                   {"group", text_schema()},
                   {"format", choice_schema({"json", "csv", "hxl", "xlsx"})},
                   {"lang", choice_schema_of<Language>()}};
    reach.operation = {.id = "get_reach",
                       .summary = "get_reach",
                       .tag = "coverage",
                       .answer = reach_schema(),
                       .media_types = {"application/json", std::string(csv_media_type),
                                       std::string(xlsx_media_type)},
                       .problems = {ProblemCode::not_acceptable}};
    reach.answer = [&store, &responses](Request& request) {
        return get_reach(store, responses, request);
    };
    return {reach};
}

}  // namespace tenpoint::web

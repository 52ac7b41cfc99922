// SPDX-License-Identifier: Apache-2.0
#include "web/reach_routes.hpp"

#include <algorithm>
#include <array>

#include <boost/json/array.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "desks/coverage/reach_reports.hpp"
#include "formats/countries.hpp"
#include "web/optional_json.hpp"
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
                           {"new", or_null(fresh)},
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

// Puts rows of several sorts into one table, each named by its first column: what may not be added
// up stands in columns of its own. Whoever has the file alone sees which sectors the group was of.
class ReachTable {
  public:
    ReachTable(const Reach& reach, const std::set<std::string>& group) {
        for (const auto& sector : group)
            group_ += (group_.empty() ? "" : "; ") + sector;
        for (const auto& sector : reach.sectors)
            add(sector);
        for (const auto& [place, estimates] : reach.places)
            add("place", {place.country, name_of(place)}, estimates,
                [](const Estimate& each) { return each.people(); });
        add("all", {}, reach.all, [](const Estimate& each) { return each.people(); });
        add_parts("by_population", reach.all, &Estimate::by_population, population_words);
        add_parts("by_age", reach.all, &Estimate::by_age, age_words);
    }
    formats::Table take() { return std::move(table_); }

  private:
    struct Where {
        std::string country{}, place{};
    };

    static formats::TableCell number_cell(std::int64_t people) {
        return static_cast<double>(people);
    }

    void add(const coverage::SectorReach& sector) {
        const auto row = [&](std::string figure, formats::TableCell month, formats::TableCell total,
                             formats::TableCell fresh) {
            const formats::TableCell nothing;
            table_.rows.push_back(
                {{std::move(figure), sector.place.country, name_of(sector.place), sector.sector,
                  std::move(month), std::move(total), std::move(fresh), nothing, nothing, nothing,
                  nothing, nothing}});
        };
        row("sector", {}, {}, sector.fresh ? number_cell(*sector.fresh) : formats::TableCell{});
        for (const auto& [month, total] : sector.months)
            row("sector_month", month, number_cell(total), {});
    }

    template <class People>
    void add(std::string figure, Where where, const Estimates& estimates, People people_of,
             std::string_view part = {}) {
        const formats::TableCell nothing;
        table_.rows.push_back(
            {{std::move(figure), std::move(where.country), std::move(where.place), nothing, nothing,
              nothing, nothing, std::string(part), number_cell(people_of(estimates.sum)),
              number_cell(people_of(estimates.highest)), number_cell(people_of(estimates.grouped)),
              group_}});
    }

    template <class Parts, std::size_t N>
    void add_parts(const char* figure, const Estimates& estimates, Parts parts,
                   const std::array<std::string_view, N>& words) {
        for (std::size_t i = 0; i < N; ++i)
            add(
                figure, {}, estimates, [&](const Estimate& each) { return (each.*parts).at(i); },
                words.at(i));
    }

    std::string group_;
    formats::Table table_{{"people_reached"},
                          {{"figure", formats::ColumnType::text, "#meta+figure"},
                           {"country", formats::ColumnType::text, "#country+code"},
                           {"place", formats::ColumnType::text, "#adm1"},
                           {"sector", formats::ColumnType::text, "#sector"},
                           {"month", formats::ColumnType::period, "#date"},
                           {"total", formats::ColumnType::number, "#reached+month"},
                           {"new", formats::ColumnType::number, "#reached+new"},
                           {"part", formats::ColumnType::text, "#population"},
                           {"sum", formats::ColumnType::number, "#reached+est+sum"},
                           {"highest", formats::ColumnType::number, "#reached+est+highest"},
                           {"grouped", formats::ColumnType::number, "#reached+est+grouped"},
                           {"group", formats::ColumnType::text, "#sector+group"}},
                          {}};
};

// A word that names no sector would leave the third method as if no group were asked for.
Result<std::set<std::string>> asked_group(const Query& parameters,
                                          const std::vector<coverage::ReachReport>& reached) {
    std::set<std::string> group;
    for (const auto& word : words_of(parameters, "group")) {
        directory::Theme theme{};
        if (!boost::describe::enum_from_string(word.c_str(), theme) &&
            std::ranges::find(reached, word, &coverage::ReachReport::sector) == reached.end()) {
            std::set<std::string> sectors;
            for (const auto& report : reached)
                if (!report.sector.empty()) sectors.insert(report.sector);
            return invalid_parameter("group", "not_a_choice",
                                     {word, fmt::format("{}", fmt::join(sectors, ", "))});
        }
        group.insert(word);
    }
    return group;
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
    if (const auto country = text_of(parameters, "country"); !country.empty()) {
        if (formats::country(country) == nullptr)
            return invalid_parameter("country", "not_a_country", {country});
        query.country = country;
    }
    TENPOINT_TRY(gathered, responses.of(request.principal));
    TENPOINT_TRY(group, asked_group(parameters, gathered->reports->reached));
    const auto reach = coverage::consolidate_reach(
        coverage::asked_reports(gathered->reports->reached, query), group);
    if (format)
        return table_response(ReachTable(reach, group).take(), *format, "people_reached", language,
                              store.clock().now());
    auto told = reach_json(reach);
    told["last_reports"] =
        or_null(coverage::last_reports_before(gathered->reports->reached, query));
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

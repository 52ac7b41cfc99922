// SPDX-License-Identifier: Apache-2.0
#include "web/doing_routes.hpp"

#include <algorithm>
#include <set>

#include <boost/json/array.hpp>

#include "desks/coverage/names.hpp"
#include "desks/coverage/who_does_what.hpp"
#include "web/enum_word.hpp"
#include "web/number_paging.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/table_download.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using coverage::Doing;
using coverage::DoingQuery;
using coverage::KeptResponses;
using coverage::MatrixCell;
using coverage::MatrixSide;
using coverage::Names;
using directory::Theme;

namespace {

struct AskedDoings {
    DoingQuery query{};
    MatrixSide side{};
    std::optional<coverage::MatrixLevel> level{};
    Language language{};
    std::optional<TableFormat> format{};
};

// A partner, or an organisation that the directory does not know, by its name.
Result<std::optional<Id>> doer_of(const Query& query, std::string_view partner) {
    TENPOINT_TRY(id, id_of(query, partner));
    const auto organisation = text_of(query, "organisation");
    if (id && !organisation.empty())
        return invalid_parameter("organisation", "partner_or_organisation");
    if (!id && !organisation.empty()) id = coverage::organisation_id(organisation);
    return id;
}

// Today, where no days are asked for.
Result<AskedDoings> asked_doings(const Request& request, Day today) {
    const auto& query = request.target.query;
    TENPOINT_TRY(from, day_of(query, "from"));
    TENPOINT_TRY(to, day_of(query, "to"));
    TENPOINT_TRY(place, id_of(query, "place"));
    TENPOINT_TRY(theme, choice_of<Theme>(query, "theme"));
    TENPOINT_TRY(partner, doer_of(query, "partner"));
    TENPOINT_TRY(people, choice_of<arrangements::Population>(query, "people"));
    TENPOINT_TRY(side, choice_of<MatrixSide>(query, "by"));
    TENPOINT_TRY(level, choice_of<coverage::MatrixLevel>(query, "level"));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(format, asked_table_format(request));
    const auto last = to.value_or(from ? std::max(*from, today) : today);
    const auto first = from.value_or(std::min(last, today));
    if (last < first) return invalid_parameter("to", "ends_before_it_begins");
    return AskedDoings{{first, last, place, theme, partner, people, {}},
                       side.value_or(MatrixSide::place),
                       level,
                       language,
                       format};
}

// The cell of the matrix whose list is asked for, where one is.
Result<std::optional<coverage::AskedCell>> asked_cell(const Query& query, MatrixSide side,
                                                      std::optional<coverage::MatrixLevel> level) {
    std::optional<coverage::AskedCell> cell;
    TENPOINT_TRY(partner, id_of(query, "row"));
    const bool has_column = query.find("column").has_value();
    if (!partner && !has_column) return cell;
    TENPOINT_TRY(row, doer_of(query, "row"));
    if (!row || !has_column) return invalid_parameter(row ? "column" : "row", "required");
    if (side == MatrixSide::place) {
        TENPOINT_TRY(place, id_of(query, "column"));
        cell = coverage::AskedCell{*row, place, level, {}};
    } else {
        TENPOINT_TRY(theme, choice_of<Theme>(query, "column"));
        cell = coverage::AskedCell{*row, {}, {}, theme};
    }
    return cell;
}

// What is said above a list or a matrix.
void add_said_above(json::object& answer, const coverage::Response& response,
                    const DoingQuery& query) {
    answer["last_reports"] = or_null(coverage::last_reports_before(response, query));
    const auto beside = coverage::beside_directory(response, query);
    json::array organisations;
    for (const auto& name : beside.organisations)
        organisations.emplace_back(name);
    answer["beside_directory"] = {{"reports", beside.reports},
                                  {"organisations", std::move(organisations)}};
}

// Whether it is a partner, and what it is called where it is none.
json::value partner_json(const Id& doer, const coverage::Response& response) {
    return response.organisations.contains(doer) ? json::value(nullptr) : json::value(doer.text);
}
json::value organisation_json(const Id& doer, const coverage::Response& response) {
    const auto found = response.organisations.find(doer);
    return found == response.organisations.end() ? json::value(nullptr)
                                                 : json::value(found->second);
}

json::object doing_json(const Doing& doing, const coverage::Response& response,
                        const coverage::WorksById& works, Language language) {
    json::array people, told;
    for (const auto population : doing.people)
        people.emplace_back(enum_word(population));
    for (const auto& id : doing.works) {
        const auto& work = *works.at(id);
        told.push_back({{"kind", work.plural},
                        {"id", id.text},
                        {"title", coverage::title_in(work, language)}});
    }
    return {{"partner", partner_json(doing.partner, response)},
            {"organisation", organisation_json(doing.partner, response)},
            {"place", or_null(doing.place)},
            {"theme", or_null(doing.theme)},
            {"present", doing.present},
            {"planned", doing.planned},
            {"under_way", doing.under_way},
            {"done", doing.done},
            {"people", std::move(people)},
            {"works", std::move(told)}};
}

constexpr std::string_view in_directory_tag = "#status+directory";

std::string in_directory(const Id& doer, const coverage::Response& response) {
    return response.organisations.contains(doer) ? "no" : "yes";
}

formats::Table doing_table(const std::vector<Doing>& doings, const coverage::Response& response,
                           const coverage::WorksById& works, const Names& names) {
    using enum formats::ColumnType;
    formats::Table table{{"who_does_what"},
                         {{"partner", text, "#org+name"},
                          {"in_directory", text, std::string(in_directory_tag)},
                          {"place", text, "#loc+name"},
                          {"place_code", text, "#loc+code"},
                          {"theme", text, "#sector"},
                          {"present", text, "#status+presence"},
                          {"planned", number, "#activity+planned+num"},
                          {"under_way", number, "#activity+ongoing+num"},
                          {"done", number, "#activity+completed+num"},
                          {"people", text, "#population"},
                          {"what", text, "#activity+name"}},
                         {}};
    for (const auto& doing : doings) {
        std::string people, what;
        for (const auto population : doing.people)
            people +=
                (people.empty() ? "" : "; ") + names.label("population", enum_word(population));
        for (const auto& id : doing.works)
            what +=
                (what.empty() ? "" : "; ") + coverage::title_in(*works.at(id), names.language());
        const auto place = doing.place.value_or(Id{});
        table.rows.push_back(
            {{names.partner(doing.partner), in_directory(doing.partner, response),
              names.place(place), names.code(place),
              doing.theme ? names.theme(*doing.theme) : std::string{},
              std::string(doing.present ? "yes" : ""), static_cast<double>(doing.planned),
              static_cast<double>(doing.under_way), static_cast<double>(doing.done),
              std::move(people), std::move(what)}});
    }
    return table;
}

Result<Response> list_doings(store::Store& store, KeptResponses& responses,
                             const Request& request) {
    TENPOINT_TRY(asked, asked_doings(request, day_of(store.clock().now())));
    TENPOINT_TRY(cell, asked_cell(request.target.query, asked.side, asked.level));
    asked.query.cell = cell;
    TENPOINT_TRY(gathered, responses.of(request.principal));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto& response = gathered->response;
        const auto doings = coverage::who_does_what(response, asked.query);
        const auto works = coverage::works_by_id(response);
        if (asked.format)
            return table_response(
                doing_table(doings, response, works,
                            Names(snapshot, asked.language, response.organisations)),
                *asked.format, "who_does_what", asked.language, store.clock().now());
        TENPOINT_TRY(page, page_object(request.target.query, doings, [&](const Doing& each) {
                         return doing_json(each, response, works, asked.language);
                     }));
        add_said_above(page, response, asked.query);
        return json_response(page);
    });
}

std::string key_of(const Id& place) {
    return place.text;
}
std::string key_of(Theme theme) {
    return enum_word(theme);
}
const std::string& title_of(const Id& place, const Names& names) {
    return names.place(place);
}
std::string title_of(Theme theme, const Names& names) {
    return names.theme(theme);
}

template <class Side>
std::set<Side> columns_of(const coverage::PartnerMatrix<Side>& matrix) {
    std::set<Side> columns;
    for (const auto& [partner, cells] : matrix)
        for (const auto& [side, cell] : cells)
            columns.insert(side);
    return columns;
}

template <class Side>
json::object matrix_json(const coverage::PartnerMatrix<Side>& matrix,
                         const coverage::Response& response) {
    const auto number_of_works = [](const std::set<Id>& works) {
        return static_cast<std::int64_t>(works.size());
    };
    json::array columns, rows;
    for (const auto& side : columns_of(matrix))
        columns.emplace_back(key_of(side));
    for (const auto& [partner, cells] : matrix) {
        json::array told;
        for (const auto& [side, cell] : cells)
            told.push_back({{"column", key_of(side)},
                            {"present", cell.present},
                            {"planned", number_of_works(cell.planned)},
                            {"under_way", number_of_works(cell.under_way)},
                            {"done", number_of_works(cell.done)}});
        rows.push_back({{"partner", partner_json(partner, response)},
                        {"organisation", organisation_json(partner, response)},
                        {"cells", std::move(told)}});
    }
    return {{"columns", std::move(columns)}, {"rows", std::move(rows)}};
}

// How much is under way: 0 where the partner is present only, nothing where it is not.
template <class Side>
formats::Table matrix_table(const coverage::PartnerMatrix<Side>& matrix,
                            const coverage::Response& response, const Names& names) {
    using enum formats::ColumnType;
    formats::Table table{
        {"who_does_what"},
        {{"partner", text, "#org+name"}, {"in_directory", text, std::string(in_directory_tag)}},
        {}};
    const auto columns = columns_of(matrix);
    for (const auto& side : columns)
        table.columns.push_back({title_of(side, names), number, "#activity+ongoing+num"});
    for (const auto& [partner, cells] : matrix) {
        auto& row = table.rows.emplace_back();
        row.cells.emplace_back(names.partner(partner));
        row.cells.emplace_back(in_directory(partner, response));
        for (const auto& side : columns)
            if (const auto cell = cells.find(side); cell != cells.end())
                row.cells.emplace_back(static_cast<double>(cell->second.under_way.size()));
            else
                row.cells.emplace_back();
    }
    return table;
}

Result<Response> get_matrix(store::Store& store, KeptResponses& responses, const Request& request) {
    TENPOINT_TRY(asked, asked_doings(request, day_of(store.clock().now())));
    TENPOINT_TRY(gathered, responses.of(request.principal));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto& response = gathered->response;
        const auto answer = [&](const auto& matrix) {
            if (asked.format)
                return table_response(
                    matrix_table(matrix, response,
                                 Names(snapshot, asked.language, response.organisations)),
                    *asked.format, "who_does_what", asked.language, store.clock().now());
            auto told = matrix_json(matrix, response);
            add_said_above(told, response, asked.query);
            return json_response(told);
        };
        return asked.side == MatrixSide::place
                   ? answer(coverage::partners_by_place(response, asked.query, asked.level))
                   : answer(coverage::partners_by_theme(response, asked.query));
    });
}

Route doing_route(std::string path, std::string_view name, json::object answer) {
    Route made;
    made.method = Method::get;
    made.path = std::move(path);
    made.query = {{"from", date_schema()},
                  {"to", date_schema()},
                  {"place", id_schema()},
                  {"theme", choice_schema_of<Theme>()},
                  {"partner", id_schema()},
                  {"organisation", text_schema()},
                  {"people", choice_schema_of<arrangements::Population>()},
                  {"by", choice_schema_of<MatrixSide>()},
                  {"level", choice_schema_of<coverage::MatrixLevel>()},
                  {"format", choice_schema({"json", "csv", "hxl", "xlsx"})},
                  {"lang", choice_schema_of<Language>()}};
    made.operation = {.id = std::string(name),
                      .summary = std::string(name),
                      .tag = "coverage",
                      .answer = std::move(answer),
                      .media_types = {"application/json", std::string(csv_media_type),
                                      std::string(xlsx_media_type)},
                      .problems = {ProblemCode::not_acceptable}};
    return made;
}

json::object counts_properties() {
    return {{"present", flag_schema()},
            {"planned", number_schema()},
            {"under_way", number_schema()},
            {"done", number_schema()}};
}

json::object said_above_properties() {
    return {{"last_reports", nullable(text_schema())},
            {"beside_directory", object_schema({{"reports", number_schema()},
                                                {"organisations", list_schema(text_schema())}})}};
}

json::object doings_schema() {
    auto properties = counts_properties();
    properties["partner"] = nullable(id_schema());
    properties["organisation"] = nullable(text_schema());
    properties["place"] = nullable(id_schema());
    properties["theme"] = nullable(choice_schema_of<Theme>());
    properties["people"] = list_schema(choice_schema_of<arrangements::Population>());
    properties["works"] = list_schema(
        object_schema({{"kind", text_schema()}, {"id", id_schema()}, {"title", text_schema()}}));
    auto page = page_schema(object_schema(std::move(properties)), "integer");
    for (const auto& [name, schema] : said_above_properties()) {
        page["properties"].as_object()[name] = schema;
        page["required"].as_array().emplace_back(name);
    }
    return page;
}

json::object matrix_schema() {
    auto cell = counts_properties();
    cell["column"] = text_schema();
    const auto row = object_schema({{"partner", nullable(id_schema())},
                                    {"organisation", nullable(text_schema())},
                                    {"cells", list_schema(object_schema(std::move(cell)))}});
    auto properties = said_above_properties();
    properties["columns"] = list_schema(text_schema());
    properties["rows"] = list_schema(row);
    return object_schema(std::move(properties));
}

}  // namespace

Routes doing_routes(store::Store& store, KeptResponses& responses) {
    auto list = doing_route("/api/who_does_what", "list_doings", doings_schema());
    list.query = paged(std::move(list.query));
    list.query.push_back({"row", id_schema()});
    list.query.push_back({"column", text_schema()});
    list.answer = [&store, &responses](Request& request) {
        return list_doings(store, responses, request);
    };
    auto matrix = doing_route("/api/who_does_what/matrix", "get_matrix", matrix_schema());
    matrix.answer = [&store, &responses](Request& request) {
        return get_matrix(store, responses, request);
    };
    return {list, matrix};
}

}  // namespace tenpoint::web

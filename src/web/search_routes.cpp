// SPDX-License-Identifier: Apache-2.0
#include "web/search_routes.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/translations.hpp"
#include "store/search_entry.hpp"
#include "store/searching.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"
#include "web/table_download.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

constexpr std::int64_t usual_hits = 20, most_hits = 100, most_in_file = 1000;
// More are never ranked.
constexpr std::int64_t farthest = 2000;

json::object hit_json(const store::SearchHit& hit, Language language) {
    json::array excerpt;
    for (const auto& piece : hit.excerpt)
        excerpt.push_back({{"text", piece.text}, {"found", piece.is_found}});
    const auto& envelope = hit.record.envelope;
    return {{"kind", hit.kind->plural},
            {"id", envelope.id.text},
            {"title", store::title_of(*hit.kind, hit.record.row, language)},
            {"updated_at", to_text(envelope.updated_at)},
            {"excerpt", std::move(excerpt)}};
}

formats::Table hits_table(const std::vector<store::SearchHit>& hits, Language language) {
    using enum formats::ColumnType;
    formats::Table table{{"search"},
                         {{"kind", text, "#meta+type"},
                          {"title", text, "#meta+title"},
                          {"excerpt", text, "#description"},
                          {"updated_at", period, "#date+updated"},
                          {"id", text, "#meta+id"}},
                         {}};
    for (const auto& hit : hits) {
        std::string excerpt;
        for (const auto& piece : hit.excerpt)
            excerpt += piece.text;
        const auto& envelope = hit.record.envelope;
        table.rows.push_back(
            {{translate(language, fmt::format("kinds.{}._one", hit.kind->name)),
              store::title_of(*hit.kind, hit.record.row, language), std::move(excerpt),
              to_text(day_of(envelope.updated_at)), envelope.id.text}});
    }
    return table;
}

std::vector<std::string_view> searched_kinds(record::Kinds kinds) {
    std::vector<std::string_view> plurals;
    for (const auto* kind : kinds)
        if (store::is_searched(*kind)) plurals.push_back(kind->plural);
    return plurals;
}

Result<Response> answer_search(store::Store& store, const Request& request) {
    const auto& asked = request.target.query;
    store::SearchQuery query{text_of(asked, "q")};
    if (query.text.empty()) return invalid_parameter("q", "required");
    if (const auto word = text_of(asked, "kind"); !word.empty()) {
        const auto* kind = record::find_kind(store.kinds(), word);
        if (!kind || !store::is_searched(*kind))
            return invalid_parameter(
                "kind", "not_a_choice",
                {word, fmt::format("{}", fmt::join(searched_kinds(store.kinds()), ", "))});
        query.kind = kind->plural;
    }
    TENPOINT_TRY(format, asked_table_format(request));
    TENPOINT_TRY(language, language_of(request));
    TENPOINT_TRY(limit, number_of(asked, "limit", format ? most_in_file : usual_hits, 1,
                                  format ? most_in_file : most_hits));
    TENPOINT_TRY(after, number_of(asked, "after", 0, 0, farthest));
    query.limit = static_cast<std::size_t>(limit);
    query.skip = static_cast<std::size_t>(after);
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto page = store::search(snapshot, query);
        if (format)
            return table_response(hits_table(page.hits, language), *format, "search", language,
                                  store.clock().now());
        json::array items;
        for (const auto& hit : page.hits)
            items.push_back(hit_json(hit, language));
        return json_response(
            {{"items", std::move(items)},
             {"next", page.goes_on ? json::value(after + limit) : json::value(nullptr)}});
    });
}

json::object found_schema(record::Kinds kinds) {
    const auto piece = object_schema({{"text", text_schema()}, {"found", flag_schema()}});
    const auto hit = object_schema({{"kind", choice_schema(searched_kinds(kinds))},
                                    {"id", id_schema()},
                                    {"title", text_schema()},
                                    {"updated_at", time_schema()},
                                    {"excerpt", list_schema(piece)}});
    return object_schema({{"items", list_schema(hit)}, {"next", nullable(number_schema())}});
}

}  // namespace

Routes search_routes(store::Store& store) {
    Route route;
    route.method = Method::get;
    route.path = "/api/search";
    route.query = {{"q", text_schema(), true},
                   {"kind", choice_schema(searched_kinds(store.kinds()))},
                   {"limit", number_schema()},
                   {"after", number_schema()},
                   {"format", choice_schema({"json", "csv", "hxl", "xlsx"})},
                   {"lang", choice_schema_of<Language>()}};
    route.operation = {.id = "search",
                       .summary = "search",
                       .tag = "search",
                       .answer = found_schema(store.kinds()),
                       .media_types = {"application/json", std::string(csv_media_type),
                                       std::string(xlsx_media_type)},
                       .problems = {ProblemCode::not_acceptable}};
    route.answer = [&store](Request& request) { return answer_search(store, request); };
    return {route};
}

}  // namespace tenpoint::web

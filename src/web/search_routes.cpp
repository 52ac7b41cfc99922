// SPDX-License-Identifier: Apache-2.0
#include "web/search_routes.hpp"

#include <boost/json/array.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "store/search_entry.hpp"
#include "store/searching.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

constexpr std::int64_t usual_hits = 20, most_hits = 100;
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
    TENPOINT_TRY(limit, number_of(asked, "limit", usual_hits, 1, most_hits));
    TENPOINT_TRY(after, number_of(asked, "after", 0, 0, farthest));
    query.limit = static_cast<std::size_t>(limit);
    query.skip = static_cast<std::size_t>(after);
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto page = store::search(snapshot, query);
        json::array items;
        for (const auto& hit : page.hits)
            items.push_back(hit_json(hit, request.language));
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
                   {"after", number_schema()}};
    route.operation = {.id = "search",
                       .summary = "search",
                       .tag = "search",
                       .answer = found_schema(store.kinds())};
    route.answer = [&store](Request& request) { return answer_search(store, request); };
    return {route};
}

}  // namespace tenpoint::web

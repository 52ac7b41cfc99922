// SPDX-License-Identifier: Apache-2.0
#include "web/place_routes.hpp"

#include <algorithm>

#include <boost/json/array.hpp>

#include "desks/directory/place.hpp"
#include "web/optional_json.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::Place;

namespace {

constexpr std::int64_t largest_level = 200;
constexpr std::size_t most_keys = 100;
// Deeper than places nest; those that lie in each other by mistake end there.
constexpr std::size_t deepest_place = 16;

// How many places lie directly in one.
std::int64_t parts_of(const store::Snapshot& snapshot, const Id& place) {
    const auto page =
        snapshot.list(record::kind_info<Place>(), {.equal = {{"parent", place.text}}, .limit = 1});
    return page.value().total;
}

// What the place lies in, the widest first, and the place itself at the end.
Result<json::array> path_to(const store::Snapshot& snapshot, const Id& place) {
    TENPOINT_TRY(here, snapshot.get<Place>(place));
    std::vector<record::Record<Place>> path{here};
    while (path.back().value.parent && path.size() < deepest_place) {
        auto outer = snapshot.get<Place>(path.back().value.parent->id);
        if (!outer) break;
        path.push_back(std::move(*outer));
    }
    json::array told;
    for (auto place_there = path.rbegin(); place_there != path.rend(); ++place_there)
        told.push_back(to_json(*place_there));
    return told;
}

Result<Response> get_tree(store::Store& store, const Request& request) {
    const auto& asked = request.target.query;
    TENPOINT_TRY(within, id_of(asked, "within"));
    TENPOINT_TRY(limit, number_of(asked, "limit", 50, 1, largest_level));
    store::ListQuery query;
    query.equal = {{"parent", within ? within->text : std::string{}}};
    query.sort = "name";
    query.after = text_of(asked, "after");
    query.limit = static_cast<std::size_t>(limit);
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        json::array path;
        if (within) {
            TENPOINT_TRY(found, path_to(snapshot, *within));
            path = std::move(found);
        }
        TENPOINT_TRY(page, snapshot.list(record::kind_info<Place>(), query));
        json::array items;
        for (const auto& found : page.items)
            items.push_back({{"place", to_json(record::kind_info<Place>(), found)},
                             {"parts", parts_of(snapshot, found.envelope.id)}});
        return json_response({{"path", std::move(path)},
                              {"items", std::move(items)},
                              {"next", or_null(page.next)},
                              {"total", page.total}});
    });
}

Result<Response> get_names(store::Store& store, const Request& request) {
    const auto keys = words_of(request.target.query, "keys");
    if (keys.size() > most_keys)
        return invalid_parameter("keys", "too_many", {std::to_string(most_keys)});
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        json::array items;
        for (const auto& key : keys) {
            if (const auto id = id_from_text(key)) {
                if (const auto place = snapshot.get<Place>(*id)) items.push_back(to_json(*place));
            } else if (const auto place = snapshot.find<Place>("code", key)) {
                items.push_back(to_json(*place));
            }
        }
        return json_response({{"items", std::move(items)}});
    });
}

}  // namespace

Routes place_routes(store::Store& store) {
    const auto place = named_schema("place");
    Route tree{.method = Method::get,
               .path = "/api/place_tree",
               .answer = [&store](Request& request) { return get_tree(store, request); }};
    auto within = id_schema();
    within["x-reference"] = "places";
    tree.query = {{"within", std::move(within)},
                  {"limit", {{"type", "integer"}, {"minimum", 1}, {"maximum", largest_level}}},
                  {"after", text_schema()}};
    tree.operation = {
        .id = "get_place_tree",
        .summary = "get_place_tree",
        .tag = "places",
        .answer = object_schema(
            {{"path", list_schema(place)},
             {"items", list_schema(object_schema({{"place", place}, {"parts", number_schema()}}))},
             {"next", nullable(text_schema())},
             {"total", number_schema()}}),
        .problems = {ProblemCode::not_found}};
    Route names{.method = Method::get,
                .path = "/api/place_names",
                .answer = [&store](Request& request) { return get_names(store, request); }};
    names.query = {{"keys", text_schema(), true}};
    names.operation = {.id = "get_place_names",
                       .summary = "get_place_names",
                       .tag = "places",
                       .answer = object_schema({{"items", list_schema(place)}})};
    return {tree, names};
}

}  // namespace tenpoint::web

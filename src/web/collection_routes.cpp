// SPDX-License-Identifier: Apache-2.0
#include "web/collection_routes.hpp"

#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "web/collection.hpp"
#include "web/record_json.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

using record::KindInfo;

namespace {

std::vector<QueryParameter> list_parameters(const KindInfo& kind, const CollectionExtras& extras) {
    std::vector<QueryParameter> parameters{
        {"limit", {{"type", "integer"}, {"minimum", 1}, {"maximum", largest_page}}},
        {"after", text_schema()},
        {"sort", text_schema()},
        {"q", text_schema()},
        {"format", choice_schema({"json", "csv", "hxl", "xlsx"})},
        {"labelled", flag_schema()},
        {"lang", choice_schema_of<Language>()},
    };
    for (const auto& name : filters_of(kind))
        parameters.push_back({name, text_schema()});
    for (const auto& filter : extras.filters)
        parameters.insert(parameters.end(), filter.parameters.begin(), filter.parameters.end());
    return parameters;
}

Operation operation(const KindInfo& kind, std::string_view summary, std::string_view noun) {
    Operation described;
    described.id = fmt::format("{}_{}", summary, noun);
    described.summary = summary;
    described.tag = kind.plural;
    described.answer = named_schema(kind.name);
    return described;
}

void add_schemas(Api& api, const KindInfo& kind, const CollectionExtras& extras) {
    auto answer = record::answer_schema(kind);
    for (const auto& [name, schema] : extras.answer_properties) {
        if (!answer["properties"].as_object().contains(name))
            answer["required"].as_array().emplace_back(name);
        answer["properties"].as_object()[name] = schema;
    }
    auto body = record::body_schema(kind);
    for (const auto& [name, schema] : extras.body_properties)
        body["properties"].as_object()[name] = schema;
    api.schemas[kind.name] = std::move(answer);
    api.schemas[fmt::format("{}_body", kind.name)] = body;
    body.erase("required");  // a change names only what it changes
    api.schemas[fmt::format("{}_change", kind.name)] = std::move(body);
    api.schemas["journal_entry"] = journal_entry_schema();
}

using CollectionFunction = Result<Response> (Collection::*)(const Request&) const;

Route collection_route(Method method, std::string path,
                       std::shared_ptr<const Collection> collection, CollectionFunction function,
                       Operation operation) {
    Route made;
    made.method = method;
    made.path = std::move(path);
    const auto& made_for = *collection;
    made.answer = [collection = std::move(collection), function](Request& request) {
        return ((*collection).*function)(request);
    };
    made.operation = std::move(operation);
    if (method == Method::post || method == Method::patch) made.body = BodySort::json;
    made.only_in_session = made_for.extras.only_in_session;
    return made;
}

Routes reading_routes(const std::shared_ptr<const Collection>& collection,
                      const std::string& path) {
    const auto& kind = collection->kind;
    auto list = operation(kind, "list", kind.plural);
    list.answer = page_schema(named_schema(kind.name), "string");
    list.media_types = {"application/json", std::string(csv_media_type),
                        std::string(xlsx_media_type)};
    list.problems = {ProblemCode::not_acceptable};
    // A filter may name a record that is not there.
    if (!collection->extras.filters.empty()) list.problems.push_back(ProblemCode::not_found);
    auto history = operation(kind, "history_of", kind.name);
    history.answer = object_schema({{"items", list_schema(named_schema("journal_entry"))}});
    Routes routes{
        collection_route(Method::get, path, collection, &Collection::list, std::move(list)),
        collection_route(Method::get, path + "/{id}", collection, &Collection::get,
                         operation(kind, "get", kind.name)),
        collection_route(Method::get, path + "/{id}/history", collection, &Collection::history,
                         std::move(history)),
    };
    routes.front().query = list_parameters(kind, collection->extras);
    if (kind.stewardship != record::Stewardship::administrators)
        for (std::size_t i = 0; i < 2; ++i)  // a history names who works here
            routes[i].audience = Audience::public_too;
    return routes;
}

Routes writing_routes(const std::shared_ptr<const Collection>& collection,
                      const std::string& path) {
    using enum ProblemCode;
    const auto& kind = collection->kind;
    auto make = operation(kind, "make", kind.name);
    make.request = named_schema(fmt::format("{}_body", kind.name));
    make.statuses = {201};
    make.problems = {forbidden, already_exists, idempotency_key_reused};
    auto change = operation(kind, "change", kind.name);
    change.request = named_schema(fmt::format("{}_change", kind.name));
    change.problems = {forbidden, already_exists, precondition_required, precondition_failed,
                       idempotency_key_reused};
    return {
        collection_route(Method::post, path, collection, &Collection::post, std::move(make)),
        collection_route(Method::patch, path + "/{id}", collection, &Collection::patch,
                         std::move(change)),
    };
}

Route removing_route(const std::shared_ptr<const Collection>& collection, const std::string& path) {
    using enum ProblemCode;
    auto remove = operation(collection->kind, "remove", collection->kind.name);
    remove.answer = {};
    remove.statuses = {204};
    remove.problems = {forbidden, still_referenced, precondition_required, precondition_failed,
                       idempotency_key_reused};
    return collection_route(Method::remove, path + "/{id}", collection, &Collection::remove,
                            std::move(remove));
}

Route erasing_route(const std::shared_ptr<const Collection>& collection, const std::string& path) {
    using enum ProblemCode;
    auto erase = operation(collection->kind, "erase", collection->kind.name);
    erase.problems = {forbidden, precondition_required, precondition_failed,
                      idempotency_key_reused};
    auto made = collection_route(Method::post, path + "/{id}/erase", collection, &Collection::erase,
                                 std::move(erase));
    made.body = BodySort::none;
    return made;
}

}  // namespace

void add_collection(Api& api, store::Store& store, const KindInfo& kind, CollectionExtras extras) {
    add_schemas(api, kind, extras);
    const auto collection = std::make_shared<const Collection>(store, kind, std::move(extras));
    const auto path = fmt::format("/api/{}", kind.plural);
    api.add(reading_routes(collection, path));
    if (kind.has_protected()) api.add({erasing_route(collection, path)});
    const bool is_made_by_the_program = std::ranges::all_of(kind.fields, [](const auto& field) {
        return field.note.settable == record::Settable::by_the_program;
    });
    if (is_made_by_the_program) return;
    api.add(writing_routes(collection, path));
    if (kind.removable) api.add({removing_route(collection, path)});
}

}  // namespace tenpoint::web

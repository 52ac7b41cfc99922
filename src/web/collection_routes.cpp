// SPDX-License-Identifier: Apache-2.0
#include "web/collection_routes.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "access/may.hpp"
#include "base/remembered.hpp"
#include "store/record_list.hpp"
#include "web/header_values.hpp"
#include "web/json_body.hpp"
#include "web/once.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/record_table.hpp"
#include "web/schemas.hpp"
#include "web/sharing.hpp"
#include "web/stale_answer.hpp"
#include "web/table_download.hpp"
#include "web/told_references.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using record::KindInfo;
using store::Found;

namespace {

constexpr std::int64_t largest_page = 500;
constexpr std::size_t largest_kept_page = 64 * 1024;

// One kind's collection; shared by the functions of its routes.
struct Collection {
    store::Store& store;
    const KindInfo& kind;
    CollectionExtras extras;
    // Of lists that were asked for, as long as nothing is written.
    mutable Remembered<std::int64_t> totals{1000};
    mutable Remembered<std::string> pages{100};

    Result<Response> list(const Request& request) const;
    Result<Response> list_file(const Request& request, store::ListQuery query,
                               TableFormat format) const;
    Result<Response> sifted_list(const Request& request, store::ListQuery query) const;
    Result<store::Page> page(const store::Snapshot& snapshot, const Query& asked,
                             store::ListQuery query) const;
    Result<Response> get(const Request& request) const;
    Result<Response> post(const Request& request) const;
    Result<Response> patch(const Request& request) const;
    Result<Response> remove(const Request& request) const;
    Result<Response> erase(const Request& request) const;
    Result<Response> history(const Request& request) const;
    Result<Response> changed(const Request& request, Found found, int status) const;
    std::string key_of_list(const access::Principal& principal,
                            const store::ListQuery& query) const;
    void append(std::string& to, const store::Snapshot& snapshot,
                const CollectionExtras::Completion& complete, const Found& found) const;

    // Empty: a record is answered as it is.
    Result<CollectionExtras::Completion> completion() const {
        if (extras.completion) return extras.completion();
        return CollectionExtras::Completion{};
    }

    // The record, for a principal who may change it.
    Result<Found> may_change(const store::Snapshot& snapshot, const Id& id) const {
        TENPOINT_TRY(found, snapshot.get(kind, id));
        const auto subject = access::subject_of(kind.stewardship, found.envelope);
        if (!access::may(snapshot.principal(), access::Verb::change, subject))
            return Problem{ProblemCode::forbidden, std::string(kind.name)};
        return std::move(found);
    }
};

// Members that are one value; lists, objects and texts in four languages cannot be filtered by.
bool may_filter(const record::FieldInfo& field) {
    const auto* type = field.schema.if_contains("type");
    const auto* word = type ? type->if_string() : nullptr;
    const bool can_be_seen = !field.is_protected() || field.note.blind_index;
    return !field.is_link_list && can_be_seen &&
           field.note.sensitivity != record::Sensitivity::secret &&
           !(word && (*word == "object" || *word == "array"));
}

std::vector<std::string> filters_of(const KindInfo& kind) {
    std::vector<std::string> names{"owner", "visibility"};
    for (const auto& field : kind.fields)
        if (may_filter(field)) names.emplace_back(field.name);
    return names;
}

Result<store::ListQuery> list_query_of(const KindInfo& kind, const Query& query) {
    store::ListQuery asked;
    for (const auto& name : filters_of(kind))
        if (const auto value = query.find(name)) asked.equal.emplace(name, *value);
    asked.text = text_of(query, "q");
    asked.after = text_of(query, "after");
    if (auto sort = text_of(query, "sort"); !sort.empty()) {
        asked.descending = sort.front() == '-';
        asked.sort = asked.descending ? sort.substr(1) : sort;
    }
    TENPOINT_TRY(limit, number_of(query, "limit", 50, 1, largest_page));
    asked.limit = static_cast<std::size_t>(limit);
    return asked;
}

bool asks_for(const Query& asked, const CollectionExtras::Filter& filter) {
    return std::ranges::any_of(filter.parameters, [&](const QueryParameter& parameter) {
        return asked.find(parameter.name).has_value();
    });
}

bool is_sifted(const CollectionExtras& extras, const Query& asked) {
    return std::ranges::any_of(extras.filters,
                               [&](const auto& filter) { return asks_for(asked, filter); });
}

// The rest of the items behind the first `after`, `limit` of them at most (0: all).
void cut_page(store::Page& page, std::int64_t after, std::size_t limit) {
    const auto size = std::ssize(page.items);
    page.total = size;
    page.items.erase(page.items.begin(), page.items.begin() + std::min(after, size));
    if (limit == 0 || page.items.size() <= limit) return;
    page.items.resize(limit);
    page.next = std::to_string(after + static_cast<std::int64_t>(limit));
}

// As a snapshot lists them, but for those that the filters of the kind leave out. A page of what is
// left is found by its number.
Result<store::Page> Collection::page(const store::Snapshot& snapshot, const Query& asked,
                                     store::ListQuery query) const {
    if (!is_sifted(extras, asked)) return snapshot.list(kind, query);
    TENPOINT_TRY(after, number_of(asked, "after", 0, 0, INT32_MAX));
    const auto limit = query.limit;
    query.limit = 0;
    query.after.clear();
    TENPOINT_TRY(page, snapshot.list(kind, query));
    for (const auto& filter : extras.filters) {
        if (!asks_for(asked, filter)) continue;
        TENPOINT_TRY(sieve, filter.sieve(snapshot, asked));
        std::erase_if(page.items, [&](const Found& found) { return !sieve(found); });
    }
    cut_page(page, after, limit);
    return std::move(page);
}

Result<Response> Collection::sifted_list(const Request& request, store::ListQuery query) const {
    TENPOINT_TRY(complete, completion());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(found, page(snapshot, request.target.query, query));
        json::array items;
        for (auto& each : found.items) {
            leave_out_unknown(snapshot, kind, each);
            auto item = to_json(kind, each);
            if (complete) complete(snapshot, each, item);
            items.push_back(std::move(item));
        }
        return json_response(
            {{"items", std::move(items)},
             {"next", found.next.empty() ? json::value() : json::value(found.next)},
             {"total", found.total}});
    });
}

Result<Response> Collection::list(const Request& request) const try {
    TENPOINT_TRY(query, list_query_of(kind, request.target.query));
    TENPOINT_TRY(format, asked_table_format(request));
    if (format) return list_file(request, std::move(query), *format);
    if (is_sifted(extras, request.target.query)) return sifted_list(request, std::move(query));
    TENPOINT_TRY(complete, completion());
    const auto state = store.state();  // before it is read: never newer
    const auto key = key_of_list(request.principal, query);
    const auto page_key =
        json::serialize(json::array{query.sort, query.descending, query.limit, query.after, key});
    if (auto known = pages.find(state, page_key))
        return text_response(std::move(*known), "application/json");
    const bool is_first = query.after.empty();
    if (const auto known = totals.find(state, key); is_first && known)
        query.after = store::start_of_list(*known);
    const bool may_keep = !complete && !kind.has_protected();
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(page, snapshot.list(kind, query));
        if (is_first) totals.keep(state, key, page.total);
        std::string items;
        for (auto& found : page.items) {
            leave_out_unknown(snapshot, kind, found);
            if (!items.empty()) items += ',';
            append(items, snapshot, complete, found);
        }
        const auto next = page.next.empty() ? "null" : fmt::format("\"{}\"", page.next);
        auto text =
            fmt::format(R"({{"items":[{}],"next":{},"total":{}}})", items, next, page.total);
        if (may_keep && text.size() <= largest_kept_page) pages.keep(state, page_key, text);
        return text_response(std::move(text), "application/json");
    });
} catch (const store::DatabaseError& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

void Collection::append(std::string& to, const store::Snapshot& snapshot,
                        const CollectionExtras::Completion& complete, const Found& found) const {
    if (!complete) return append_json(to, kind, found);
    auto item = to_json(kind, found);
    complete(snapshot, found, item);
    to += json::serialize(item);
}

// Who sees the same records by the same filters sees as many of them; who sees the same of every
// kind is told the same of what they refer to.
std::string Collection::key_of_list(const access::Principal& principal,
                                    const store::ListQuery& query) const {
    json::object filters;
    for (const auto& [name, value] : query.equal)
        filters.emplace(name, value);
    return json::serialize(
        json::array{access::readable_predicate(principal, kind.stewardship),
                    access::readable_predicate(principal, record::Stewardship::partners),
                    std::move(filters), query.text});
}

// A file holds the whole list, unless a limit was given.
Result<Response> Collection::list_file(const Request& request, store::ListQuery query,
                                       TableFormat format) const {
    if (!request.target.query.find("limit")) query.limit = 0;
    const auto told = [&](const store::Snapshot& snapshot) -> Result<store::Page> {
        TENPOINT_TRY(found, page(snapshot, request.target.query, query));
        for (auto& each : found.items)
            leave_out_unknown(snapshot, kind, each);
        return std::move(found);
    };
    TENPOINT_TRY(listed, store.read(request.principal, told));
    return table_response(record_table(kind, listed.items), format, kind.plural, request.language,
                          store.clock().now());
}

Result<Response> Collection::get(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(complete, completion());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(found, snapshot.get(kind, id));
        leave_out_unknown(snapshot, kind, found);
        auto body = to_json(kind, found);
        if (complete) complete(snapshot, found, body);
        auto response = json_response(body);
        response.headers.set("ETag", etag_of(found.envelope));
        return response;
    });
}

// A body without its secrets, which may take long to prepare and must not hold up the writer.
struct PreparedBody {
    json::object members;
    json::object asked;  // as the client wrote them, also who may read the record
    store::Sharing sharing;
    std::function<void(record::StoredRow&)> put_secrets;

    // Over the row that is there, or for a new one.
    Result<record::StoredRow> read(const KindInfo& kind, const record::StoredRow* before) const {
        TENPOINT_TRY(row, kind.read(members, before));
        if (put_secrets) put_secrets(row);
        return std::move(row);
    }
};

Result<PreparedBody> prepare_body(const Request& request, const CollectionExtras& extras) {
    PreparedBody body;
    TENPOINT_TRY(members, read_json(request));
    body.members = std::move(members);
    if (extras.take_secrets) {
        TENPOINT_TRY(put_secrets, extras.take_secrets(body.members));
        body.put_secrets = std::move(put_secrets);
    }
    body.asked = body.members;
    TENPOINT_TRY(sharing, take_sharing(body.members));
    body.sharing = std::move(sharing);
    return body;
}

// The answer to whoever made or changed a record.
Result<Response> Collection::changed(const Request& request, Found found, int status) const {
    TENPOINT_TRY(complete, completion());
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        leave_out_unknown(snapshot, kind, found);
        auto body = to_json(kind, found);
        if (complete) complete(snapshot, found, body);
        auto response = json_response(body, status);
        response.headers.set("ETag", etag_of(found.envelope));
        return response;
    });
}

Result<Response> Collection::post(const Request& request) const {
    const store::Draft nobodys{request.principal.partner};
    const access::Subject subject{kind.stewardship, nobodys.visibility, nobodys.owner};
    if (!access::may(request.principal, access::Verb::create, subject))
        return Problem{ProblemCode::forbidden, std::string(kind.name)};
    TENPOINT_TRY(body, prepare_body(request, extras));
    TENPOINT_TRY(row, body.read(kind, nullptr));
    auto draft = nobodys;
    draft.visibility = body.sharing.visibility.value_or(draft.visibility);
    draft.shared_with = body.sharing.shared_with.value_or(draft.shared_with);
    const auto make = [&](store::Transaction& transaction) -> Result<Found> {
        if (extras.check) TENPOINT_CHECK(extras.check(transaction, row, Id{}));
        TENPOINT_TRY(made, transaction.insert(kind, row, draft));
        if (extras.check_written) TENPOINT_CHECK(extras.check_written(transaction, made));
        return std::move(made);
    };
    const auto again = [&](store::Transaction& transaction, const Id& made) {
        return transaction.get(kind, made);
    };
    TENPOINT_TRY(found, write_once(store, request, json::serialize(body.asked), make, again));
    TENPOINT_TRY(response, changed(request, found, 201));
    response.headers.set("Location",
                         fmt::format("/api/{}/{}", kind.plural, found.envelope.id.text));
    return std::move(response);
}

// The version that the client saw; nothing where its If-Match names none. Fails with
// `precondition_required` where there is no If-Match.
Result<std::optional<std::int64_t>> seen_version(const Request& request) {
    const auto field = request.headers.find("If-Match");
    if (!field) return Problem{ProblemCode::precondition_required};
    return version_from_etag(*field);
}

Result<Response> Collection::patch(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(version, seen_version(request));
    TENPOINT_CHECK(store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return may_change(snapshot, id);
    }));
    TENPOINT_TRY(body, prepare_body(request, extras));
    if (!version) return stale_answer(store, request, kind, id, version, body.asked);
    const auto change = [&](store::Transaction& transaction) -> Result<Found> {
        TENPOINT_TRY(before, may_change(transaction, id));
        TENPOINT_TRY(row, body.read(kind, &before.row));
        if (extras.amend) extras.amend(before.row, row);
        if (extras.check) TENPOINT_CHECK(extras.check(transaction, row, id));
        TENPOINT_TRY(
            found, transaction.update(kind, id, *version, std::move(row), "change", body.sharing));
        if (extras.check_written) TENPOINT_CHECK(extras.check_written(transaction, found));
        if (extras.changed) extras.changed(transaction, before, found);
        return std::move(found);
    };
    const auto again = [&](store::Transaction& transaction, const Id& changed_id) {
        return transaction.get(kind, changed_id);
    };
    const auto found = write_once(store, request, json::serialize(body.asked), change, again);
    if (found) return changed(request, *found, 200);
    if (found.error().code == ProblemCode::precondition_failed)
        return stale_answer(store, request, kind, id, version, body.asked);
    return found.error();
}

Result<Response> Collection::remove(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(version, seen_version(request));
    if (!version) {
        TENPOINT_CHECK(store.read(request.principal, [&](const store::Snapshot& snapshot) {
            return may_change(snapshot, id);
        }));
        return stale_answer(store, request, kind, id, version, {});
    }
    const auto removed = write_once(
        store, request, {},
        [&](store::Transaction& transaction) -> Result<Id> {
            TENPOINT_CHECK(transaction.remove(kind, id, *version));
            return id;
        },
        [](store::Transaction&, const Id& gone) -> Result<Id> { return gone; });
    if (removed) return empty_response();
    if (removed.error().code == ProblemCode::precondition_failed)
        return stale_answer(store, request, kind, id, version, {});
    return removed.error();
}

Result<Response> Collection::erase(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_TRY(version, seen_version(request));
    TENPOINT_CHECK(store.read(request.principal, [&](const store::Snapshot& snapshot) {
        return may_change(snapshot, id);
    }));
    if (!version) return stale_answer(store, request, kind, id, version, {});
    const auto erased = write_once(
        store, request, {},
        [&](store::Transaction& transaction) { return transaction.erase(kind, id, *version); },
        [&](store::Transaction& transaction, const Id& gone) {
            return transaction.get(kind, gone);
        });
    if (erased) return changed(request, *erased, 200);
    if (erased.error().code == ProblemCode::precondition_failed)
        return stale_answer(store, request, kind, id, version, {});
    return erased.error();
}

Result<Response> Collection::history(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(entries, snapshot.history(kind, id));
        json::array items;
        for (auto& entry : entries) {
            leave_out_unknown(snapshot, kind, entry);
            items.push_back(to_json(entry));
        }
        return json_response({{"items", std::move(items)}});
    });
}

std::vector<QueryParameter> list_parameters(const KindInfo& kind, const CollectionExtras& extras) {
    std::vector<QueryParameter> parameters{
        {"limit", {{"type", "integer"}, {"minimum", 1}, {"maximum", largest_page}}},
        {"after", text_schema()},
        {"sort", text_schema()},
        {"q", text_schema()},
        {"format", choice_schema({"json", "csv", "hxl", "xlsx"})},
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
    made.only_in_session = method != Method::get && made_for.extras.only_in_session;
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

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>

#include "store/record_list.hpp"
#include "web/collection.hpp"
#include "web/labelled_table.hpp"
#include "web/query_values.hpp"
#include "web/record_json.hpp"
#include "web/record_table.hpp"
#include "web/told_records.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using record::KindInfo;
using store::Found;

namespace {

constexpr std::size_t largest_kept_page = 64 * 1024;

bool is_told_to_readers(const record::FieldInfo& field) {
    return field.note.told == record::Told::to_readers;
}

// Members that are one value; lists, objects and texts in four languages cannot be filtered by.
bool may_filter(const record::FieldInfo& field) {
    const auto* type = field.schema.if_contains("type");
    const auto* word = type ? type->if_string() : nullptr;
    const bool can_be_seen = !field.is_protected() || field.note.blind_index;
    return !field.is_link_list && can_be_seen && is_told_to_readers(field) &&
           field.note.sensitivity != record::Sensitivity::secret &&
           !(word && (*word == "object" || *word == "array"));
}

// An order and its cursors tell what stands in a member.
bool may_sort(const KindInfo& kind, std::string_view member) {
    const auto* field = kind.field(member);
    return !field || is_told_to_readers(*field);
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
        if (!may_sort(kind, asked.sort)) return invalid_parameter(asked.sort, "unknown_field");
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

}  // namespace

std::vector<std::string> filters_of(const KindInfo& kind) {
    std::vector<std::string> names{"owner", "visibility"};
    for (const auto& field : kind.fields)
        if (may_filter(field)) names.emplace_back(field.name);
    return names;
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
    return store::storage_problem(error);
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
    TENPOINT_TRY(is_labelled, flag_of(request.target.query, "labelled"));
    TENPOINT_TRY(language, language_of(request));
    const auto told = [&](const store::Snapshot& snapshot) -> Result<formats::Table> {
        TENPOINT_TRY(found, page(snapshot, request.target.query, query));
        for (auto& each : found.items)
            leave_out_unknown(snapshot, kind, each);
        if (is_labelled) return labelled_table(snapshot, kind, found.items, language);
        return record_table(kind, found.items);
    };
    TENPOINT_TRY(table, store.read(request.principal, told));
    return table_response(table, format, kind.plural, language, store.clock().now());
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

Result<Response> Collection::history(const Request& request) const {
    TENPOINT_TRY(id, path_id(request));
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        TENPOINT_TRY(entries, told_history(snapshot, kind, id));
        json::array items;
        for (const auto& [entry, is_whole] : entries) {
            items.push_back(to_json(entry));
            items.back().as_object()["whole"] = is_whole;
        }
        return json_response({{"items", std::move(items)}});
    });
}

}  // namespace tenpoint::web

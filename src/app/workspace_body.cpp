// SPDX-License-Identifier: Apache-2.0
#include "app/workspace_body.hpp"

#include <algorithm>

namespace tenpoint::app {

namespace json = boost::json;

Problem wrong_workspace(std::string what) {
    return Problem{
        ProblemCode::invalid_fields, what, {{"/workspace.json", "not_as_described", {what}}}};
}

Result<std::vector<json::object>> bodies_of(const json::object& workspace, std::string_view list) {
    std::vector<json::object> bodies;
    const auto* items = workspace.if_contains(list);
    if (!items) return bodies;
    for (const auto& item : items->as_array()) {
        if (!item.is_object()) return wrong_workspace(std::string{list});
        bodies.push_back(item.get_object());
    }
    return bodies;
}

std::string text_in(const json::object& body, std::string_view member) {
    const auto* value = body.if_contains(member);
    const auto* text = value ? value->if_string() : nullptr;
    return text ? std::string{*text} : std::string{};
}

Result<void> resolve(const store::Snapshot& snapshot, const record::KindInfo& kind,
                     json::object& body, std::string_view field, std::string_view member) {
    auto* value = body.if_contains(field);
    if (!value) return {};
    const auto put_id = [&](json::value& name) -> Result<void> {
        if (!name.is_string()) return wrong_workspace(std::string{field});
        store::ListQuery query;
        query.equal.emplace(member, std::string{name.get_string()});
        TENPOINT_TRY(found, snapshot.list(kind, query));
        if (found.items.empty()) return wrong_workspace(std::string{name.get_string()});
        name = found.items.front().envelope.id.text;
        return {};
    };
    if (auto* texts = value->if_object()) {
        json::object by_id;
        for (auto& [key, text] : *texts) {
            json::value name(key);
            TENPOINT_CHECK(put_id(name));
            by_id[name.get_string()] = std::move(text);
        }
        *texts = std::move(by_id);
        return {};
    }
    if (!value->is_array()) return put_id(*value);
    for (auto& name : value->get_array())
        TENPOINT_CHECK(put_id(name));
    return {};
}

Result<void> add_once(store::Transaction& transaction, const record::KindInfo& kind,
                      const json::object& body, std::initializer_list<std::string_view> keys,
                      const Id& owner) {
    TENPOINT_TRY(row, kind.read(body, nullptr));
    const auto is_alike = [&](const record::StoredRow& other, std::string_view key) {
        const auto& field = *kind.field(key);
        if (!field.is_link_list)
            return other.values.at(field.position) == row.values.at(field.position);
        const auto &links = row.links.at(field.position), &there = other.links.at(field.position);
        return std::ranges::is_permutation(links, there);
    };
    store::ListQuery query;
    query.equal.emplace(*keys.begin(), text_in(body, *keys.begin()));
    query.limit = 0;
    TENPOINT_TRY(known, transaction.list(kind, query));
    for (const auto& other : known.items)
        if (std::ranges::all_of(keys,
                                [&](std::string_view key) { return is_alike(other.row, key); }))
            return {};
    TENPOINT_CHECK(transaction.insert(kind, std::move(row), {owner}));
    return {};
}

}  // namespace tenpoint::app

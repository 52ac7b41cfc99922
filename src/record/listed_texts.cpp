// SPDX-License-Identifier: Apache-2.0
#include "record/listed_texts.hpp"

#include "base/text.hpp"

namespace tenpoint::record {
namespace {

constexpr std::string_view list_key = "x-texts-of";

}  // namespace

Refusal read_listed_texts(const json::value& from, ListedTexts& to) {
    if (!from.is_object()) return "not_an_object";
    to.texts.clear();
    for (const auto& [key, given] : from.get_object()) {
        const auto id = id_from_text(std::string_view{key});
        if (!id) return "not_an_id";
        // PostgreSQL's texts have no zero character.
        const auto* text = given.if_string();
        if (!text || text->find('\0') != json::string::npos) return "not_text";
        if (!trimmed(*text).empty()) to.texts.emplace(*id, std::string{*text});
    }
    return {};
}

Refusal refuse_long(const ListedTexts& value) {
    for (const auto& [id, text] : value.texts)
        if (character_count(text) > longest_listed_text)
            return {"too_long", {std::to_string(longest_listed_text)}};
    return {};
}

json::object write_listed_texts(const ListedTexts& value) {
    json::object out;
    for (const auto& [id, text] : value.texts)
        out[id.text] = text;
    return out;
}

json::object listed_texts_schema(std::string_view list) {
    return {{"type", "object"},
            {"additionalProperties", {{"type", "string"}, {"maxLength", longest_listed_text}}},
            {list_key, list}};
}

void change_listed_texts(const KindInfo& kind, const FieldInfo& list, StoredRow& row,
                         const std::function<void(std::map<Id, std::string>& texts)>& change) {
    for (const auto& field : kind.fields) {
        const auto* named = field.schema.if_contains(list_key);
        if (!named || std::string_view(named->as_string()) != list.name) continue;
        auto& stored = row.values.at(field.position);
        ListedTexts value;
        read_listed_texts(json::parse(std::get<std::string>(stored)), value);
        change(value.texts);
        stored = json::serialize(write_listed_texts(value));
    }
}

}  // namespace tenpoint::record

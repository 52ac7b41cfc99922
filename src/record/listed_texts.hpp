// SPDX-License-Identifier: Apache-2.0
#pragma once

// A text for some of the records that another member of the same record lists: of the partners of
// an action, what the part of each in it is.

#include <algorithm>
#include <concepts>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/value_type.hpp"

namespace tenpoint::record {

// Its struct names the list: `static constexpr std::string_view list = "partners";`. Whoever is
// not in the list has no text: the kind's rules ask `names_only`.
struct ListedTexts {
    std::map<Id, std::string> texts;  // none of them empty

    bool empty() const { return texts.empty(); }
    bool operator==(const ListedTexts&) const = default;

    template <class K>
    bool names_only(const std::vector<Ref<K>>& listed) const {
        return std::ranges::all_of(texts, [&](const auto& text) {
            return std::ranges::find(listed, Ref<K>{text.first}) != listed.end();
        });
    }
};

template <class V>
concept TextsOfList = std::derived_from<V, ListedTexts> && requires {
    { V::list } -> std::convertible_to<std::string_view>;
};

// In characters, as it is given: where two partners become one, their texts are joined.
inline constexpr std::size_t longest_listed_text = 300;

Refusal read_listed_texts(const json::value& from, ListedTexts& to);
Refusal refuse_long(const ListedTexts& value);
json::object write_listed_texts(const ListedTexts& value);
// {"type": "object", "additionalProperties": {"type": "string"}, "x-texts-of": "partners"}
json::object listed_texts_schema(std::string_view list);

// An object: id -> text. A blank text is none.
template <TextsOfList V>
struct ValueType<V> {
    static constexpr StoredType stored = StoredType::text;
    static Refusal read(const json::value& from, V& to) {
        const auto refusal = read_listed_texts(from, to);
        return refusal.empty() ? refuse_long(to) : refusal;
    }
    static json::value write(const V& value) { return write_listed_texts(value); }
    static StoredValue store(const V& value) { return json::serialize(write_listed_texts(value)); }
    static void load(const StoredValue& from, V& to) {
        read_listed_texts(json::parse(std::get<std::string>(from)), to);
    }
    static json::object schema() { return listed_texts_schema(V::list); }
};

template <TextsOfList V>
inline constexpr Words words_in<V> = Words::by_language;

// The texts that a stored row has of the records in one of its lists: what is done to the list is
// done to them, too.
void change_listed_texts(const KindInfo& kind, const FieldInfo& list, StoredRow& row,
                         const std::function<void(std::map<Id, std::string>& texts)>& change);

}  // namespace tenpoint::record

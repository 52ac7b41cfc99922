// SPDX-License-Identifier: Apache-2.0
#pragma once

// One bridge per type of value, never per kind: how it is read from and written to JSON, stored in
// a column, and described in a schema.

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/date.hpp"
#include "base/id.hpp"
#include "base/language.hpp"
#include "base/period.hpp"
#include "base/problem.hpp"
#include "record/description.hpp"
#include "record/kind_info.hpp"
#include "record/stored_row.hpp"
#include "record/values.hpp"

namespace tenpoint::record {

namespace json = boost::json;

// Why a value is none of its type: the code of a field problem, and what fills the places of its
// sentence. Empty where nothing is wrong.
struct Refusal {
    std::string_view code{};
    std::vector<std::string> arguments{};

    Refusal() = default;
    Refusal(const char* why, std::vector<std::string> filled = {})
        : code(why), arguments(std::move(filled)) {}

    bool empty() const { return code.empty(); }
    FieldProblem at(std::string pointer) const {
        return {std::move(pointer), std::string{code}, arguments};
    }
};

template <class V>
struct ValueType;

// The types whose bridges are not templates are written in value_type.cpp.
template <class V, StoredType type>
struct PlainValueType {
    static constexpr StoredType stored = type;
    static Refusal read(const json::value& from, V& to);
    static json::value write(const V& value);
    static StoredValue store(const V& value);
    static void load(const StoredValue& from, V& to);
    static json::object schema();
};

template <>
struct ValueType<std::string> : PlainValueType<std::string, StoredType::text> {};
template <>
struct ValueType<std::int64_t> : PlainValueType<std::int64_t, StoredType::integer> {};
template <>
struct ValueType<bool> : PlainValueType<bool, StoredType::integer> {};
template <>
struct ValueType<Coordinate> : PlainValueType<Coordinate, StoredType::integer> {};
template <>
struct ValueType<Day> : PlainValueType<Day, StoredType::text> {};
template <>
struct ValueType<Period> : PlainValueType<Period, StoredType::text> {};
template <>
struct ValueType<Instant> : PlainValueType<Instant, StoredType::text> {};
template <>
struct ValueType<Id> : PlainValueType<Id, StoredType::text> {};
template <>
struct ValueType<LocalText> : PlainValueType<LocalText, StoredType::text> {};
template <>
struct ValueType<JsonObject> : PlainValueType<JsonObject, StoredType::text> {};

template <class K>
struct ValueType<Ref<K>> {
    static constexpr StoredType stored = StoredType::text;
    static Refusal read(const json::value& from, Ref<K>& to) {
        return ValueType<Id>::read(from, to.id);
    }
    static json::value write(const Ref<K>& value) { return ValueType<Id>::write(value.id); }
    static StoredValue store(const Ref<K>& value) { return ValueType<Id>::store(value.id); }
    static void load(const StoredValue& from, Ref<K>& to) { ValueType<Id>::load(from, to.id); }
    static json::object schema() {
        auto schema = ValueType<Id>::schema();
        schema["x-reference"] = Kind<K>::plural;
        return schema;
    }
};

template <class E>
concept CodeList = boost::describe::has_describe_enumerators<E>::value;

// The words of a code list, in order.
template <CodeList E>
json::array words_of() {
    json::array words;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { words.emplace_back(enumerator.name); });
    return words;
}

// "light, dark", as a sentence names choices.
std::string listed(const json::array& words);

Refusal not_a_choice(const json::value& given, const json::array& words);

template <CodeList E>
std::string_view word_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

// Nothing for a word that is not in the list.
template <CodeList E>
std::optional<E> value_of(std::string_view word) {
    E value{};
    if (!boost::describe::enum_from_string(std::string{word}.c_str(), value)) return std::nullopt;
    return value;
}

template <CodeList E>
struct ValueType<E> {
    static constexpr StoredType stored = StoredType::text;
    static Refusal read(const json::value& from, E& to) {
        const auto value = from.is_string() ? value_of<E>(from.get_string()) : std::nullopt;
        if (!value) return not_a_choice(from, words_of<E>());
        to = *value;
        return {};
    }
    static json::value write(E value) { return json::value(word_of(value)); }
    static StoredValue store(E value) { return std::string{word_of(value)}; }
    static void load(const StoredValue& from, E& to) {
        const auto value = value_of<E>(std::get<std::string>(from));
        if (!value) throw std::runtime_error("unknown word of a code list in the database");
        to = *value;
    }
    static json::object schema() { return {{"type", "string"}, {"enum", words_of<E>()}}; }
};

// A list of plain values, kept as a JSON array in one column.
template <class V>
struct ValueType<std::vector<V>> {
    static constexpr StoredType stored = StoredType::text;
    static Refusal read(const json::value& from, std::vector<V>& to) {
        if (!from.is_array()) return "not_a_list";
        to.clear();
        for (const auto& item : from.get_array())
            if (auto refusal = ValueType<V>::read(item, to.emplace_back()); !refusal.empty())
                return refusal;
        return {};
    }
    static json::value write(const std::vector<V>& values) {
        json::array items;
        for (const auto& value : values)
            items.push_back(ValueType<V>::write(value));
        return items;
    }
    static StoredValue store(const std::vector<V>& values) {
        return json::serialize(write(values));
    }
    static void load(const StoredValue& from, std::vector<V>& to) {
        read(json::parse(std::get<std::string>(from)), to);
    }
    static json::object schema() { return {{"type", "array"}, {"items", ValueType<V>::schema()}}; }
};

template <class V>
struct ValueType<std::optional<V>> {
    static constexpr StoredType stored = ValueType<V>::stored;
    static Refusal read(const json::value& from, std::optional<V>& to) {
        if (from.is_null()) {
            to.reset();
            return {};
        }
        return ValueType<V>::read(from, to.emplace());
    }
    static json::value write(const std::optional<V>& value) {
        return value ? ValueType<V>::write(*value) : json::value(nullptr);
    }
    static StoredValue store(const std::optional<V>& value) {
        return value ? ValueType<V>::store(*value) : StoredValue{};
    }
    static void load(const StoredValue& from, std::optional<V>& to) {
        if (std::holds_alternative<std::monostate>(from))
            to.reset();
        else
            ValueType<V>::load(from, to.emplace());
    }
    static json::object schema() {
        auto schema = ValueType<V>::schema();
        schema["type"] = json::array{schema["type"], "null"};
        if (auto* choices = schema.if_contains("enum")) choices->as_array().emplace_back(nullptr);
        return schema;
    }
};

template <class V>
inline constexpr bool is_optional = false;
template <class V>
inline constexpr bool is_optional<std::optional<V>> = true;

// How a member's words stand in its column, for searching.
template <class V>
inline constexpr Words words_in = CodeList<V> ? Words::plain : Words::none;
template <>
inline constexpr Words words_in<std::string> = Words::plain;
template <>
inline constexpr Words words_in<LocalText> = Words::by_language;
template <class V>
inline constexpr Words words_in<std::optional<V>> = words_in<V>;

// The plural of the kind that a member refers to; empty where it refers to none.
template <class V>
inline constexpr std::string_view target_of{};
template <class K>
inline constexpr std::string_view target_of<Ref<K>> = Kind<K>::plural;
template <class K>
inline constexpr std::string_view target_of<std::optional<Ref<K>>> = Kind<K>::plural;
template <class K>
inline constexpr std::string_view target_of<std::vector<Ref<K>>> = Kind<K>::plural;

// Whether a member is a list of references, kept in the link table.
template <class V>
inline constexpr bool is_link_list = false;
template <class K>
inline constexpr bool is_link_list<std::vector<Ref<K>>> = true;

}  // namespace tenpoint::record

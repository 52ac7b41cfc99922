// SPDX-License-Identifier: Apache-2.0
#include "record/value_type.hpp"

#include <array>
#include <cmath>

#include "base/text.hpp"

namespace tenpoint::record {
namespace {

struct Part {
    std::string_view tag;
    std::string LocalText::*text;
};
constexpr std::array parts{Part{"en", &LocalText::en}, Part{"fr", &LocalText::fr},
                           Part{"es", &LocalText::es}, Part{"ar", &LocalText::ar}};

const std::string& text_of(const StoredValue& value) {
    return std::get<std::string>(value);
}
std::int64_t number_of(const StoredValue& value) {
    return std::get<std::int64_t>(value);
}

// Reads a value that JSON keeps in a text which `parse` understands.
template <class V>
Refusal read_text(const json::value& from, V& to, std::optional<V> (*parse)(std::string_view),
                  const char* refusal) {
    auto parsed = from.is_string() ? parse(from.get_string()) : std::nullopt;
    if (!parsed) return refusal;
    to = std::move(*parsed);
    return {};
}

json::object text_schema(std::string_view format) {
    return {{"type", "string"}, {"format", format}};
}

}  // namespace

std::string listed(const json::array& words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += ", ";
        text += std::string_view{word.as_string()};
    }
    return text;
}

// What was given may be of any length and sort; its beginning is enough to know it by.
Refusal not_a_choice(const json::value& given, const json::array& words) {
    constexpr std::size_t most_bytes = 100;
    const auto shown = given.is_string() ? std::string{given.get_string()} : json::serialize(given);
    return {"not_a_choice", {shortened(shown, most_bytes), listed(words)}};
}

using Text = PlainValueType<std::string, StoredType::text>;
template <>
Refusal Text::read(const json::value& from, std::string& to) {
    // PostgreSQL's texts have no zero character.
    if (!from.is_string() || from.get_string().find('\0') != json::string::npos) return "not_text";
    to = trimmed(from.get_string());
    return {};
}
template <>
json::value Text::write(const std::string& value) {
    return json::value(value);
}
template <>
StoredValue Text::store(const std::string& value) {
    return value;
}
template <>
void Text::load(const StoredValue& from, std::string& to) {
    to = text_of(from);
}
template <>
json::object Text::schema() {
    return {{"type", "string"}};
}

using Whole = PlainValueType<std::int64_t, StoredType::integer>;
template <>
Refusal Whole::read(const json::value& from, std::int64_t& to) {
    boost::system::error_code error;
    if (from.is_number()) to = from.to_number<std::int64_t>(error);
    return error || !from.is_number() ? "not_whole_number" : "";
}
template <>
json::value Whole::write(const std::int64_t& value) {
    return value;
}
template <>
StoredValue Whole::store(const std::int64_t& value) {
    return value;
}
template <>
void Whole::load(const StoredValue& from, std::int64_t& to) {
    to = number_of(from);
}
template <>
json::object Whole::schema() {
    return {{"type", "integer"}, {"format", "int64"}};
}

using Flag = PlainValueType<bool, StoredType::integer>;
template <>
Refusal Flag::read(const json::value& from, bool& to) {
    if (!from.is_bool()) return "not_true_or_false";
    to = from.get_bool();
    return {};
}
template <>
json::value Flag::write(const bool& value) {
    return value;
}
template <>
StoredValue Flag::store(const bool& value) {
    return std::int64_t{value ? 1 : 0};
}
template <>
void Flag::load(const StoredValue& from, bool& to) {
    to = number_of(from) != 0;
}
template <>
json::object Flag::schema() {
    return {{"type", "boolean"}};
}

using Degrees = PlainValueType<Coordinate, StoredType::integer>;
template <>
Refusal Degrees::read(const json::value& from, Coordinate& to) {
    boost::system::error_code error;
    const auto degrees = from.is_number() ? from.to_number<double>(error) : 1e9;
    if (error || !std::isfinite(degrees) || std::abs(degrees) > 180) return "not_a_coordinate";
    to.microdegrees = std::llround(degrees * 1e6);
    return {};
}
template <>
json::value Degrees::write(const Coordinate& value) {
    return static_cast<double>(value.microdegrees) / 1e6;
}
template <>
StoredValue Degrees::store(const Coordinate& value) {
    return value.microdegrees;
}
template <>
void Degrees::load(const StoredValue& from, Coordinate& to) {
    to.microdegrees = number_of(from);
}
template <>
json::object Degrees::schema() {
    return {{"type", "number"}, {"minimum", -180}, {"maximum", 180}};
}

using Date = PlainValueType<Day, StoredType::text>;
template <>
Refusal Date::read(const json::value& from, Day& to) {
    return read_text(from, to, day_from_text, "not_a_date");
}
template <>
json::value Date::write(const Day& value) {
    return json::value(to_text(value));
}
template <>
StoredValue Date::store(const Day& value) {
    return to_text(value);
}
template <>
void Date::load(const StoredValue& from, Day& to) {
    to = day_from_text(text_of(from)).value();
}
template <>
json::object Date::schema() {
    return text_schema("date");
}

// Stored as it is written: sorted, a year stands before its months.
using Stretch = PlainValueType<Period, StoredType::text>;
template <>
Refusal Stretch::read(const json::value& from, Period& to) {
    return read_text(from, to, period_from_text, "not_a_period");
}
template <>
json::value Stretch::write(const Period& value) {
    return json::value(to_text(value));
}
template <>
StoredValue Stretch::store(const Period& value) {
    return to_text(value);
}
template <>
void Stretch::load(const StoredValue& from, Period& to) {
    to = period_from_text(text_of(from)).value();
}
template <>
json::object Stretch::schema() {
    return text_schema("period");
}

using Moment = PlainValueType<Instant, StoredType::text>;
template <>
Refusal Moment::read(const json::value& from, Instant& to) {
    return read_text(from, to, instant_from_text, "not_a_time");
}
template <>
json::value Moment::write(const Instant& value) {
    return json::value(to_text(value));
}
template <>
StoredValue Moment::store(const Instant& value) {
    return to_text(value);
}
template <>
void Moment::load(const StoredValue& from, Instant& to) {
    to = instant_from_text(text_of(from)).value();
}
template <>
json::object Moment::schema() {
    return text_schema("date-time");
}

using Identity = PlainValueType<Id, StoredType::text>;
template <>
Refusal Identity::read(const json::value& from, Id& to) {
    return read_text(from, to, id_from_text, "not_an_id");
}
template <>
json::value Identity::write(const Id& value) {
    return json::value(value.text);
}
template <>
StoredValue Identity::store(const Id& value) {
    return value.text;
}
template <>
void Identity::load(const StoredValue& from, Id& to) {
    to.text = text_of(from);
}
template <>
json::object Identity::schema() {
    return text_schema("uuid");
}

using TextByLanguage = PlainValueType<LocalText, StoredType::text>;
template <>
Refusal TextByLanguage::read(const json::value& from, LocalText& to) {
    constexpr auto refusal = "not_a_text_by_language";
    if (!from.is_object()) return refusal;
    to = {};
    std::size_t known = 0;
    for (const auto& part : parts) {
        const auto* value = from.get_object().if_contains(part.tag);
        if (!value) continue;
        if (!Text::read(*value, to.*part.text).empty()) return refusal;
        ++known;
    }
    return known == from.get_object().size() ? "" : refusal;
}
template <>
json::value TextByLanguage::write(const LocalText& value) {
    json::object out;
    for (const auto& part : parts)
        if (!(value.*part.text).empty()) out[part.tag] = value.*part.text;
    return out;
}
template <>
StoredValue TextByLanguage::store(const LocalText& value) {
    return json::serialize(write(value));
}
template <>
void TextByLanguage::load(const StoredValue& from, LocalText& to) {
    read(json::parse(text_of(from)), to);
}
template <>
json::object TextByLanguage::schema() {
    json::object properties;
    for (const auto& part : parts)
        properties[part.tag] = {{"type", "string"}};
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"additionalProperties", false},
            {"x-text-by-language", true}};
}

using Object = PlainValueType<JsonObject, StoredType::text>;
template <>
Refusal Object::read(const json::value& from, JsonObject& to) {
    if (!from.is_object()) return "not_an_object";
    to.value = from.get_object();
    return {};
}
template <>
json::value Object::write(const JsonObject& value) {
    return value.value;
}
template <>
StoredValue Object::store(const JsonObject& value) {
    return json::serialize(value.value);
}
template <>
void Object::load(const StoredValue& from, JsonObject& to) {
    to.value = json::parse(text_of(from)).as_object();
}
template <>
json::object Object::schema() {
    return {{"type", "object"}};
}

}  // namespace tenpoint::record

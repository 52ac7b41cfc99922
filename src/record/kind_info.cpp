// SPDX-License-Identifier: Apache-2.0
#include "record/kind_info.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace tenpoint::record {

namespace json = boost::json;

const FieldInfo* KindInfo::field(std::string_view field_name) const {
    const auto found = std::ranges::find(fields, field_name, &FieldInfo::name);
    return found == fields.end() ? nullptr : &*found;
}

bool KindInfo::has_protected() const {
    return std::ranges::any_of(fields, &FieldInfo::is_protected);
}

const KindInfo* find_kind(Kinds kinds, std::string_view plural) {
    const auto found = std::ranges::find(kinds, plural, [](auto* kind) { return kind->plural; });
    return found == kinds.end() ? nullptr : *found;
}

json::array difference(const KindInfo& kind, const StoredRow& before, const StoredRow& after) {
    const auto old_values = kind.write(before);
    json::array changes;
    for (const auto& [field, value] : kind.write(after)) {
        const auto& old_value = old_values.at(field);
        if (old_value != value)
            changes.push_back({{"field", field}, {"from", old_value}, {"to", value}});
    }
    return changes;
}

namespace {

// What a body may say of who may read a record.
json::object sharing_schemas() {
    return {{"visibility",
             {{"type", "string"},
              {"enum", json::array{"public", "partners", "restricted", "confidential"}}}},
            {"shared_with",
             {{"type", "array"},
              {"items", {{"type", "string"}, {"format", "uuid"}, {"x-reference", "partners"}}}}}};
}

json::object described(const FieldInfo& field) {
    auto schema = field.schema;
    if (!field.note.schema.empty())
        schema = {{"$ref", fmt::format("#/components/schemas/{}", field.note.schema)}};
    const auto most = field.note.max_length;
    if (most > 0 && field.words == Words::plain) schema["maxLength"] = most;
    if (most > 0 && field.words == Words::by_language)
        for (auto& language : schema["properties"].as_object())
            language.value().as_object()["maxLength"] = most;
    if (!field.note.format.empty()) schema["format"] = field.note.format;
    if (!field.note.within.empty()) schema["x-within"] = field.note.within;
    if (!field.note.unit.empty()) schema["x-unit"] = field.note.unit;
    if (!field.note.hxl.empty()) schema["x-hxl"] = field.note.hxl;
    return schema;
}

}  // namespace

json::object answer_schema(const KindInfo& kind) {
    json::object properties{
        {"id", {{"type", "string"}, {"format", "uuid"}, {"readOnly", true}}},
        {"version", {{"type", "integer"}, {"readOnly", true}}},
        {"owner", {{"type", json::array{"string", "null"}}, {"x-reference", "partners"}}},
        {"created_at", {{"type", "string"}, {"format", "date-time"}, {"readOnly", true}}},
        {"updated_at", {{"type", "string"}, {"format", "date-time"}, {"readOnly", true}}}};
    for (auto& [name, schema] : sharing_schemas())
        properties.emplace(name, std::move(schema));
    json::array required{"id",          "version",    "owner",     "visibility",
                         "shared_with", "created_at", "updated_at"};
    for (const auto& field : kind.fields) {
        if (field.note.sensitivity == Sensitivity::secret) continue;
        auto schema = described(field);
        if (field.note.settable == Settable::by_the_program) schema["readOnly"] = true;
        properties[field.name] = std::move(schema);
        required.emplace_back(field.name);
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

json::object body_schema(const KindInfo& kind) {
    json::object properties = sharing_schemas();
    json::array required;
    for (const auto& field : kind.fields) {
        if (field.note.settable == Settable::by_the_program) continue;
        properties[field.name] = described(field);
        if (field.note.required) required.emplace_back(field.name);
    }
    json::object schema{
        {"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
    if (!required.empty()) schema["required"] = std::move(required);
    return schema;
}

}  // namespace tenpoint::record

// SPDX-License-Identifier: Apache-2.0
#include "web/schemas.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace tenpoint::web {

namespace json = boost::json;

json::object text_schema() {
    return {{"type", "string"}};
}

json::object id_schema() {
    return {{"type", "string"}, {"format", "uuid"}};
}

json::object date_schema() {
    return {{"type", "string"}, {"format", "date"}};
}

json::object time_schema() {
    return {{"type", "string"}, {"format", "date-time"}};
}

json::object number_schema() {
    return {{"type", "integer"}};
}

json::object flag_schema() {
    return {{"type", "boolean"}};
}

json::object choice_schema(std::vector<std::string_view> words) {
    return {{"type", "string"}, {"enum", json::array(words.begin(), words.end())}};
}

json::object list_schema(json::object items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

json::object object_schema(json::object properties, const std::vector<std::string_view>& optional) {
    json::array required;
    for (const auto& [name, schema] : properties)
        if (std::ranges::find(optional, std::string_view(name)) == optional.end())
            required.emplace_back(name);
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

json::object map_schema(json::object values) {
    return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}

json::object page_schema(json::object item, std::string_view next) {
    return object_schema({{"items", list_schema(std::move(item))},
                          {"next", nullable({{"type", next}})},
                          {"total", number_schema()}});
}

json::object standard_schema(std::string_view address) {
    return {
        {"type", "object"}, {"additionalProperties", true}, {"externalDocs", {{"url", address}}}};
}

json::object named_schema(std::string_view name) {
    return {{"$ref", fmt::format("#/components/schemas/{}", name)}};
}

json::object nullable(json::object schema) {
    if (schema.contains("$ref"))
        return {{"oneOf", json::array{std::move(schema), json::object{{"type", "null"}}}}};
    schema["type"] = json::array{schema["type"], "null"};
    if (auto* choices = schema.if_contains("enum")) choices->as_array().emplace_back(nullptr);
    return schema;
}

}  // namespace tenpoint::web

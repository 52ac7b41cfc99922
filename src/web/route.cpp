// SPDX-License-Identifier: Apache-2.0
#include "web/route.hpp"

#include <algorithm>
#include <iterator>

#include <boost/json/array.hpp>
#include <fmt/format.h>

namespace tenpoint::web {

namespace json = boost::json;

void Api::add(Routes more) {
    std::ranges::move(more, std::back_inserter(routes));
}

json::object text_schema() {
    return {{"type", "string"}};
}

json::object id_schema() {
    return {{"type", "string"}, {"format", "uuid"}};
}

json::object date_schema() {
    return {{"type", "string"}, {"format", "date"}};
}

json::object number_schema() {
    return {{"type", "integer"}};
}

json::object choice_schema(std::vector<std::string_view> words) {
    return {{"type", "string"}, {"enum", json::array(words.begin(), words.end())}};
}

json::object list_schema(json::object items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

json::object object_schema(json::object properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}};
}

json::object named_schema(std::string_view name) {
    return {{"$ref", fmt::format("#/components/schemas/{}", name)}};
}

}  // namespace tenpoint::web

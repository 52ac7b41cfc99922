// SPDX-License-Identifier: Apache-2.0
#include "openid/json_members.hpp"

#include <algorithm>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

namespace tenpoint::openid {

namespace json = boost::json;

std::optional<json::object> object_from(std::string_view text) {
    boost::system::error_code error;
    auto value = json::parse(text, error);
    if (error || !value.is_object()) return std::nullopt;
    return std::move(value).as_object();
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* member = object.if_contains(name);
    const auto* text = member ? member->if_string() : nullptr;
    return text ? std::string(*text) : std::string{};
}

bool lists(const json::object& object, std::string_view name, std::string_view text) {
    const auto* member = object.if_contains(name);
    const auto* list = member ? member->if_array() : nullptr;
    return list && std::ranges::any_of(*list, [&](const json::value& each) {
               return each.is_string() && std::string_view(each.get_string()) == text;
           });
}

}  // namespace tenpoint::openid

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads what a provider wrote, of which nothing is taken for granted.

#include <optional>
#include <string>
#include <string_view>

#include <boost/json/object.hpp>

namespace tenpoint::openid {

// Nothing where the text is no JSON object.
std::optional<boost::json::object> object_from(std::string_view text);

// A member that is a text, else an empty one.
std::string text_of(const boost::json::object& object, std::string_view name);

// Whether a member is a list that has that text.
bool lists(const boost::json::object& object, std::string_view name, std::string_view text);

}  // namespace tenpoint::openid

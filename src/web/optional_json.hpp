// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>

#include <boost/json/value.hpp>

#include "base/id.hpp"
#include "web/enum_word.hpp"

namespace tenpoint::web {

// What may be missing, as JSON: numbers, flags and texts as they are; enums by their word; ids,
// days, periods and instants as text; and null.
template <class T>
boost::json::value or_null(const std::optional<T>& value) {
    if (!value) return nullptr;
    if constexpr (std::is_enum_v<T>)
        return boost::json::value(enum_word(*value));
    else if constexpr (std::same_as<T, Id>)
        return boost::json::value(value->text);
    else if constexpr (requires { to_text(*value); })
        return boost::json::value(to_text(*value));
    else
        return boost::json::value(*value);
}
// None where it is empty.
inline boost::json::value or_null(const std::string& text) {
    return text.empty() ? boost::json::value(nullptr) : boost::json::value(text);
}
inline boost::json::value or_null(const Id& id) {
    return or_null(id.text);
}

}  // namespace tenpoint::web

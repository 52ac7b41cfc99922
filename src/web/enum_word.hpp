// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/describe/enum_to_string.hpp>

namespace tenpoint::web {

// The word of a described enum, as it stands in JSON.
template <class E>
std::string enum_word(E value) {
    return boost::describe::enum_to_string(value, "");
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <boost/describe/enum_to_string.hpp>

namespace tenpoint::movements {

// The word of a sex, an age group or a profile; empty where a figure is not broken down by it.
template <class Breakdown>
std::string breakdown_word(Breakdown value) {
    return value == Breakdown::all ? "" : boost::describe::enum_to_string(value, "");
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "desks/movements/mapping.hpp"

namespace tenpoint::movements {

// What a header or a text of a column of sexes says of people, where sex and age hang together.

// "Men", not "male", which may be a boy.
bool says_men_or_women(std::string_view text);
// Children, and boys where girls stand beside them.
bool says_ninos(std::string_view text);

// Men and women, or males and females: of no age.
bool is_of_one_sex(const Settings& set);
bool is_girls(const Settings& set);
// Of no sex.
bool is_children(const Settings& set);

}  // namespace tenpoint::movements

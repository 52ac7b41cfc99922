// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "formats/countries.hpp"

namespace tenpoint::formats {

// The country that a cell of a column of nationalities names: as find_country does, or by what its
// people are called in any of the four languages, by gender and number: "Venezolanas",
// "guinéenne", "Syrian", "السوريون". The number of a footnote behind it says nothing: "Cuba 1/".
// Null for none, and for what several are called ("Congolais").
const Country* find_nationality(std::string_view text);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "desks/movements/mapping.hpp"
#include "formats/dates.hpp"

namespace tenpoint::movements {

// What a table's other headers have shown.
struct HeaderReading {
    bool countries_first = false;  // "MAR" is Morocco, "Other" other nationalities
    formats::DateOrder order{};
};

// What a header says of the figures below it, where all of its words say something: periods,
// countries (as origin), sexes, ages, profiles and indicators, in any order. Nothing where a word
// is none of these, or where it says nothing but that these are figures ("Total").
std::optional<Settings> read_wide_header(std::string_view header, const HeaderReading& reading);

// "2024"; nothing for a number that is no year of our time.
std::optional<int> year_in_header(std::string_view text);

}  // namespace tenpoint::movements

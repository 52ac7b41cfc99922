// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "desks/movements/mapping.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/dates.hpp"

namespace tenpoint::movements {

// What a table's other headers have shown.
struct HeaderReading {
    bool countries_first = false;  // "MAR" is Morocco, "Other" other nationalities
    SexLetters letters{};
    formats::DateOrder order{};
};

// What a header says of the figures below it, where all of its words say something: periods,
// countries (as origin), sexes, ages, profiles and indicators, in any order. Nothing where a word
// is none of these, or where it says nothing but that these are figures ("Total"). Years of age
// that are no group of ours are an unknown age.
std::optional<Settings> read_wide_header(std::string_view header, const HeaderReading& reading);

// The same, and what says nothing but that these are figures: "Number of persons", "Total".
std::optional<Settings> read_figure_header(std::string_view header, const HeaderReading& reading);

// The words of a header, each a part of it, so that neighbours can be read as one.
std::vector<std::string_view> words_of_header(std::string_view header);

// "2024"; nothing for a number that is no year of our time.
std::optional<int> year_in_header(std::string_view text);

}  // namespace tenpoint::movements

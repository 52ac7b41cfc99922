// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"

namespace tenpoint::movements {

// What the texts of a column look like, each number a count of cells.
struct ColumnLook {
    std::size_t filled = 0;
    std::size_t dates = 0;  // with more than a year or a month in them
    std::size_t years = 0;  // four digits, perhaps with a word: "2024 (FYTD)"
    std::size_t parts = 0;  // of a year: "January", "Q1", "W12", 12
    std::size_t countries = 0;
    std::size_t numbers = 0;                  // whole ones
    std::size_t figures = 0;                  // and such as are refused or withheld
    std::size_t country_numbers = 0;          // ISO 3166-1 numeric, leading zeros lost perhaps
    std::map<Field, std::size_t> categories;  // sex, age, profile, indicator
    std::vector<std::string> samples;

    // Totals and notes stand among few months.
    bool are_parts() const { return parts > 0 && parts * 2 >= filled; }
    bool mostly(std::size_t part) const { return filled > 0 && part * 5 >= filled * 4; }
};

// The rows below the headers that hold data, which `rows` outlive: no hashtags and no notes, which
// are a single text in a row of several columns.
std::vector<const SampleRow*> rows_of_data(std::span<const SampleRow> rows,
                                           const ColumnLayout& layout);

// `named`: what the column's header means.
ColumnLook look_at(std::span<const SampleRow* const> data, std::size_t column,
                   std::optional<Field> named);

// A header may only mean what its cells can be.
bool fits(Field field, const ColumnLook& look);

// "Demographic group" may hold sexes, ages or profiles: the cells tell.
Field category_of(const ColumnLook& look, Field named);

}  // namespace tenpoint::movements

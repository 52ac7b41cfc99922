// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"

// Wide tables: a column of figures for each month, nationality or group.
namespace tenpoint::movements {

// As find_layout; where that finds no header, one of days or weeks, "Nationality | 2024-03-14 |
// 2024-03-15", is found by the figures below it.
ColumnLayout find_wide_layout(std::span<const SampleRow> rows, std::int64_t header_row = 0);

// What the headers of a wide table say of the figures below them, as many as there are columns;
// nothing for a column that is none of its run. A header may say several things, in any order:
// "Jan-24 Women", "Venezuela - 0-4". A run is at least two periods or groups or three countries,
// above figures. A month or quarter without a year is a part of the row's: "01", "Q1". Countries
// are origins. What looks like a date among age groups is no period.
std::vector<std::optional<Settings>> wide_counts(std::span<const SampleRow> rows,
                                                 const ColumnLayout& layout);

// Whether the two are columns of one run: they say the same sorts of things.
bool is_of_one_run(const Settings& a, const Settings& b);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/reading_plan.hpp"

namespace tenpoint::movements {

// How the cells of a column are written, told by the first rows of its table.

// Nothing stands in it, not even a header.
bool is_blank_column(std::span<const SampleRow> rows, const ColumnLayout& layout,
                     std::size_t column);

// Nine of ten cells: a note on some rows says nothing of all.
bool is_filled_throughout(std::span<const SampleRow> rows, const ColumnLayout& layout,
                          std::size_t column);

// Settles by its cells how a column is read that has its meaning: whether blanks stand for the text
// above, whether "S12" is a week and "Jan 24" a month; and what the mapping leaves open, the order
// of day and month, the decimal sign, and the letters of the sexes.
void settle_writing(std::span<const SampleRow> rows, const ColumnLayout& layout,
                    PlannedColumn& column);

}  // namespace tenpoint::movements

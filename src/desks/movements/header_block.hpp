// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "desks/movements/column_layout.hpp"

namespace tenpoint::movements {

// Rows of headers that stand one below the other: "Adults" over "Men" and "Women".
struct HeaderBlock {
    std::size_t top = 0, bottom = 0;  // places among the rows; the bottom one is part of it
};

// The first row that looks like a header, below titles: mostly filled, mostly words or months and
// years, as wide as the table, and without a way to reach somebody. Where none of its words heads
// columns elsewhere, a fuller one below it with words that do. rows.size() where there is none.
std::size_t find_header(std::span<const SampleRow> rows, std::size_t searched);

// The block around a header that was found; with `only_above`, what is below it is no part of it.
HeaderBlock header_block(std::span<const SampleRow> rows, std::size_t header, bool only_above);

// The headers of the columns: words of the rows above go before those of the bottom one, "Adults /
// Men", and reach over the blank cells to their right.
std::vector<std::string> joined_headers(std::span<const SampleRow> rows, const HeaderBlock& block);

// How many cells are filled; a text that stands in all of them, as a merged title does, counts
// once.
std::size_t filled_cells(const SampleRow& row);

// How many cells most rows have: titles and notes have fewer.
std::size_t usual_width(std::span<const SampleRow> rows);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formats/hxl.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// One of the first rows of a table, copied out of its reader.
struct SampleRow {
    std::int64_t number = 0;
    std::vector<std::string> texts;
    std::vector<formats::CellKind> kinds;
};

// As its reader gave them; the row outlives them.
std::vector<formats::Cell> cells_of(const SampleRow& row);

// The first rows of a table; by default as many as a person would look at, fewer of very long ones.
// Of a table whose header is said to stand further down those around it: rows far above it are
// passed over.
std::vector<SampleRow> read_samples(formats::TableReader& table, std::int64_t header_row = 0,
                                    std::size_t rows = 200);

// Where a table begins and what its columns are called.
struct ColumnLayout {
    std::int64_t header_row = 0;  // the last of them; 0: there is none
    std::int64_t hxl_row = 0;     // 0: there is none
    std::int64_t first_data_row = 1;
    // Trimmed; empty where there is none. Of several rows of headers joined: "Adults / Men".
    std::vector<std::string> headers;
    std::vector<std::optional<formats::HxlTag>> tags;    // as many as headers
    std::vector<std::vector<std::string>> header_texts;  // each row of headers as it stands
    // Of sheets that are read as one table, the column of their names (CellKind::sheet).
    std::optional<std::size_t> sheet_column;

    bool holds_data(std::int64_t row) const { return row >= first_data_row && row != hxl_row; }

    // The cells that the file itself has: those in front of the names of sheets.
    std::span<const formats::Cell> own_cells(std::span<const formats::Cell> cells) const {
        return sheet_column ? cells.first(std::min(cells.size(), *sheet_column)) : cells;
    }
};

// Finds the header, past title rows: the row above a hashtag row, else the first row whose cells
// are mostly filled, mostly words, and as wide as the table; with the rows of headers above and
// below it. `header_row` of a mapping decides it, and is then the only one.
ColumnLayout find_layout(std::span<const SampleRow> rows, std::int64_t header_row = 0);

// The column of this header or hashtag, or of this number from 1 where it is not 0.
std::optional<std::size_t> find_column(const ColumnLayout& layout, std::string_view header,
                                       std::int64_t number);

}  // namespace tenpoint::movements

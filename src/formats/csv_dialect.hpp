// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tenpoint::formats {

// How a text table parts its cells and rows.
struct CsvDialect {
    char delimiter = ',';
    char line_end = '\n';            // '\r' only where a file has no '\n' at all
    bool lone_cr_ends_rows = false;  // '\r' without '\n', beside rows that end otherwise
    std::size_t skip_bytes = 0;      // a spreadsheet's own first line "sep=;"
};

// Finds out the dialect from the first characters of a table, decoded. The delimiter is the one of
// tab, semicolon, bar and comma by which most rows have the header's number of cells; a comma loses
// a draw, as it may stand in figures. Rows of a file that was put together from several may end in
// different ways; they do where the cells come out more evenly so.
CsvDialect csv_dialect_of(std::string_view head, std::optional<char> delimiter);

}  // namespace tenpoint::formats

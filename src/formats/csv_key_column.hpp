// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

#include "formats/csv_dialect.hpp"
#include "formats/table.hpp"

// Eurostat's tables: what a row is about stands in one column, parted by commas, whose header also
// names what the other columns are: "citizen,sex,geo\TIME_PERIOD". Figures may have flags behind
// them, "130 p" for a provisional one (Eurostat, "Tab-separated values: the TSV format").
namespace tenpoint::formats {

// Whether `head`, the decoded beginning of a file, is of such a table.
bool has_key_column(std::string_view head, const CsvDialect& dialect);

// Parts the first column of `table` into as many as its header names, and leaves out flags.
std::unique_ptr<TableReader> part_key_column(std::unique_ptr<TableReader> table);

}  // namespace tenpoint::formats

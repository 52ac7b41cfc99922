// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "formats/file_findings.hpp"
#include "formats/sheet_likeness.hpp"
#include "formats/table.hpp"

namespace tenpoint::formats {

// The header of the column that says of which sheet a row is.
inline constexpr std::string_view sheet_column = "Sheet";

// Opens a sheet by its place in the workbook.
using OpenSheet = std::function<Result<std::unique_ptr<TableReader>>(std::size_t sheet)>;

// Reads alike sheets as one table, one below the other. A first column has the name of each row's
// sheet, which nothing else in it may say; notes have none. Rows are numbered on from sheet to
// sheet, and findings (sheet_begins) say from where on. Headers stand once, titles above them only
// where all sheets have the same.
std::unique_ptr<TableReader> join_sheets(AlikeSheets sheets, OpenSheet open, FileFindings findings);

}  // namespace tenpoint::formats

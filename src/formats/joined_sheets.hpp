// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

#include "formats/file_findings.hpp"
#include "formats/sheet_likeness.hpp"
#include "formats/table.hpp"

namespace tenpoint::formats {

// The header of the column that says of which sheet a row is; its cells are CellKind::sheet.
inline constexpr std::string_view sheet_column = "Sheet";

// Opens a sheet by its place in the workbook; asked for one further down each time, once the one
// before was read and let go.
using OpenSheet = std::function<Result<std::shared_ptr<TableReader>>(std::size_t sheet)>;

// Reads alike sheets as one table, one below the other. A last column, behind those that any row
// fills, has the name of each row's sheet, which nothing else in it may say; notes have none. Rows
// are numbered on from sheet to sheet, and findings (sheet_begins) say from where on. Headers stand
// once, titles above them only where all sheets have the same.
std::unique_ptr<TableReader> join_sheets(AlikeSheets sheets, OpenSheet open, FileFindings findings);

}  // namespace tenpoint::formats

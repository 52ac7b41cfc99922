// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "base/result.hpp"

namespace tenpoint::formats {

// What a workbook says about a cell. Cells of a text file are always `text`.
enum class CellKind { text, number, date, boolean, error, sheet };

// One cell. `text` is UTF-8 and stays valid until the reader is asked for the next row.
//   number   shortest exact decimal form with a point: "2410", "51.1852213611046"
//   date     ISO 8601: "2016-01-10"; "2016-01-10T12:30:00" only where there is a time of day
//   boolean  "true" or "false"
//   error    as the workbook shows it: "#N/A"
//   sheet    no cell of the file: of sheets that are read as one table, the name of the row's
struct Cell {
    std::string_view text;
    CellKind kind = CellKind::text;
};

// What one table may hold at most; what is beyond is cut off and reported, never read silently.
struct TableLimits {
    static constexpr std::size_t cell_bytes = std::size_t{1} << 20;
    static constexpr std::size_t row_bytes = std::size_t{16} << 20;
    static constexpr std::size_t columns = 16'384;
    // Of a workbook's sheet, blank ones among the filled included.
    static constexpr std::size_t sheet_cells = std::size_t{1} << 28;
};

// Reads a table row by row; memory does not grow with the file.
class TableReader {
  public:
    virtual ~TableReader() = default;

    // Reads the next row into `cells`, which is reused; false at the end. Empty rows are delivered,
    // without cells or with empty ones; only those after a sheet's last filled row are not.
    // A file that turns out damaged ends here, with the finding `damaged_file`.
    virtual bool next(std::vector<Cell>& cells) = 0;

    // The row last read, as the partner's own program counts it, from 1. A quoted line break does
    // not begin a new row.
    virtual std::int64_t row_number() const = 0;

    // 0 to 1, by bytes read.
    virtual double progress() const = 0;

    // What is to be said about the file as a whole, grows while reading: encoding_guessed,
    // undecodable_text, null_characters, unclosed_quote, cell_too_long, row_too_long,
    // too_many_columns, one_table_read, alike_sheets, sheet_begins, sheets_left_out,
    // sheet_of_totals, sheet_may_be_total, sheet_sums_unknown, formula_without_result,
    // misplaced_cell, hidden_rows, hidden_columns, oversized_sheet, damaged_file. At most a hundred
    // of one code.
    virtual const Findings& findings() const = 0;
};

// Whether a reader that came to its end proved damaged before the first row, so that there is no
// table to speak of.
bool is_damaged_from_the_start(const TableReader& table);

// In the place of a sheet's name: all that are alike, one below the other. No sheet is called so.
inline constexpr std::string_view alike_sheets = "*";

struct TableOptions {
    // Of a workbook or archive; empty: the most likely one, or all alike that are surely one table.
    std::string sheet;
    std::optional<char> delimiter;  // of a text file; none: found out
    bool survey = false;            // tells of alike sheets also where one is named
};

// What was found out about a file.
struct TableInfo {
    std::string format;     // "csv", "xlsx", "ods"; of an archive that of the file read
    std::string encoding;   // IANA name: "UTF-8", "windows-1252" …
    char delimiter = '\0';  // of a text file
    // Of a workbook, in its own order. Of an archive its files, "arrivals.csv"; the sheets of the
    // workbook that is read out of one are "book.xlsx#Data".
    std::vector<std::string> sheets;
    std::string sheet;  // the one that is read, or alike_sheets
    // Sheets of a workbook, or texts of an archive, with the same header as the one read, this one
    // among them; none where there is no other.
    std::vector<std::string> alike;
    std::string alike_as_one;  // what to ask for to read them as one table; empty where none
};

// Opens `file` by its content, whatever its name: text, XLSX, ODS or a zip archive of these. Fills
// `info` where one is given.
// Fails with `unreadable_file`; its field problem on "/file" says why: missing_file, empty_file,
// old_workbook (binary .xls), encrypted_workbook, damaged_workbook, oversized_workbook (a zip
// bomb), unknown_compression, nested_archive, no_table_in_archive, not_a_table; on "/sheet":
// unknown_sheet. Fails with `storage_failed` where a workbook cannot be unpacked out of an archive,
// or its texts cannot be kept in a file.
Result<std::unique_ptr<TableReader>> open_table(const std::filesystem::path& file,
                                                const TableOptions& options = {},
                                                TableInfo* info = nullptr);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "formats/csv_dialect.hpp"
#include "formats/csv_scan.hpp"
#include "formats/table.hpp"
#include "formats/text_source.hpp"

namespace tenpoint::formats {

// Reads text tables by RFC 4180, leniently: cells are views into one buffer, which a quoted cell
// with doubled quotes is rewritten in. A quote that never closes, or whose cell runs over a line
// break and then goes on after closing, counts as a plain character, so that it swallows no rows.
class CsvReader final : public TableReader {
  public:
    CsvReader(std::unique_ptr<TextSource> source, const CsvDialect& dialect, FileFindings findings);

    bool next(std::vector<Cell>& cells) override;
    std::int64_t row_number() const override { return row_number_; }
    double progress() const override;
    const Findings& findings() const override { return findings_.all(); }

  private:
    // A row that lies whole in the buffer; that needs more of the file; with a quote that opens
    // nothing and must be read as a plain character.
    enum class Outcome { whole, cut, open_quote };

    Outcome scan_row(std::vector<Cell>& cells);
    // The sign after the quote that closes the cell at `cell`; null where there is none.
    const char* end_of_quotes(const char* cell) const;
    // Null where a cell that begins with a blank has no such quotes.
    struct SpacedQuotes {
        const char* open = nullptr;
        const char* closed = nullptr;  // the sign after the quote that closes them
        bool is_cut = false;           // needs more of the file to tell
    };
    SpacedQuotes quotes_behind_blanks(const char* cell) const;
    bool is_open_quote(const char* cell, const char* closed, const char* end) const;
    void read_more();
    void end_rows_at_lone_crs(std::size_t fresh);
    bool make_room();
    void take_as_character(const char* quote);
    void finish_row(std::vector<Cell>& cells);
    void skip_to_line_end();

    std::unique_ptr<TextSource> source_;
    CsvDialect dialect_;
    FileFindings findings_;
    CellEnds ends_;

    std::vector<char> buffer_;
    char* row_;              // where the row to be read begins
    char* end_;              // of what was read; a line end stands here as a fence
    bool at_end_ = false;    // of the source
    bool sealed_ = false;    // the row gets no more: the file ends or the row is too long
    bool skipping_ = false;  // the rest of a row that is too long

    const char* row_end_ = nullptr;
    const char* open_quote_ = nullptr;
    std::vector<std::size_t> quoted_;    // cells to unquote once the row is whole
    std::vector<std::size_t> literals_;  // quotes, from the row's beginning, that open nothing
    bool too_many_columns_ = false;
    std::int64_t row_number_ = 0;
};

// Reads a table in memory: UTF-8, parted by commas. `text` must outlive the reader.
std::unique_ptr<TableReader> read_csv(std::string_view text);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "formats/file_findings.hpp"
#include "formats/merged_cells.hpp"
#include "formats/table.hpp"
#include "formats/xml.hpp"
#include "formats/zip_archive.hpp"

namespace tenpoint::formats {

// Reads one sheet of a workbook as a stream, row by row: what the formats of workbooks have in
// common. A format follows the elements of its XML and says where rows, cells and texts begin and
// end. Hidden rows and columns are read like others and reported. A text or date of a merged cell
// stands in each cell of its area; a number stands only once, lest it be counted twice.
class SheetReader : public TableReader, protected XmlHandler {
  public:
    bool next(std::vector<Cell>& cells) override;
    std::int64_t row_number() const override { return row_number_; }
    double progress() const override;
    const Findings& findings() const override { return findings_.all(); }

    std::size_t bytes_read() const { return bytes_->position(); }

  protected:
    SheetReader(std::unique_ptr<ZipPart> part, FileFindings findings);

    ZipPart& part() { return *part_; }
    // Before anything is read: the XML comes out of these, which read the part.
    void read_through(ByteSource& bytes);
    // Takes a row past the reader of XML, which has come to its beginning; false where there is
    // none to be taken so.
    virtual bool take_row() { return false; }
    // `take_row` is asked after this event.
    void pause() { xml_.pause(); }

    // A row with this number, or the next one where it is smaller; `repeats` like it follow.
    void begin_row(std::int64_t number, std::int64_t repeats, bool hidden);
    void end_row();
    void begin_sheet();
    void end_sheet();
    // Past the end of a sheet, as if nothing had been read yet.
    void go_on();

    // A cell in this column, from 1. Its text is what is then added.
    void begin_cell(std::size_t column);
    // One sign more than the limit is kept, which shows that there was more.
    void add_text(std::string_view piece) { row_text_ += piece.substr(0, room_in_cell()); }
    void add_spaces(std::size_t count) { row_text_.append(std::min(count, room_in_cell()), ' '); }
    std::string_view cell_text() const { return std::string_view{row_text_}.substr(cell_start_); }
    void set_cell_text(std::string_view text) { row_text_.replace(cell_start_, npos, text); }
    void decode_cell_escapes();
    // Keeps the cell with its text, or with one that outlives the reader, in so many columns.
    void place(CellKind kind, std::string_view shared = {}, std::size_t columns = 1);

    void hide_columns(std::size_t first, std::size_t last);
    MergedCells& merged() { return merged_; }
    void report(Severity severity, std::string code);
    std::size_t column() const { return column_; }
    std::int64_t row() const { return row_first_; }

    // The next row with a filled cell, past blank ones and those that repeat it.
    bool next_filled(std::vector<Cell>& cells);
    std::int64_t row_repeats() const { return row_last_ - row_first_ + 1; }

  private:
    static constexpr std::int64_t most_rows = 1'048'576;
    static constexpr auto npos = std::string::npos;
    // Of text, which take as long as one more cell.
    static constexpr std::size_t bytes_of_a_cell = 64;

    // A cell of the row, whose text lies in `row_text_` or elsewhere.
    struct PlacedCell {
        std::size_t column;
        std::size_t columns;
        CellKind kind;
        std::string_view shared;
        std::size_t start;
        std::size_t size;
    };

    // Reads on to the next row that has a filled cell.
    bool read_row();
    std::size_t room_in_cell() const;
    // False, and the end of the table, where the sheet is beyond its bounds.
    bool deliver(std::vector<Cell>& cells);
    std::size_t width() const { return placed_.back().column + placed_.back().columns - 1; }
    // Ends a row where its texts, of which the file says some only once, grow too long. Gives their
    // length.
    std::size_t cut_off(std::vector<Cell>& cells);
    // Whether a sheet may still hold so much; one takes no more time than a large one would.
    bool charge(std::size_t cells);
    // What can only be said of the sheet as a whole.
    void finish();

    std::unique_ptr<ZipPart> part_;
    ByteSource* bytes_;
    FileFindings findings_;
    XmlReader xml_;
    MergedCells merged_;

    std::int64_t row_number_ = 0;  // of the row last delivered
    std::int64_t row_first_ = 0;   // of the row last read, which may lie further down
    std::int64_t row_last_ = 0;    // of those like it
    std::size_t column_ = 0;       // of the cell last read, from 1
    bool row_is_hidden_ = false;
    bool row_is_open_ = false;  // has begun and not ended
    bool row_is_full_ = false;  // takes no more text
    bool row_waits_ = false;    // is read and not delivered yet
    bool at_end_ = false;
    bool finished_ = false;
    std::string row_text_;
    std::size_t cell_start_ = 0;
    std::vector<PlacedCell> placed_;
    std::size_t cells_left_ = TableLimits::sheet_cells;

    enum class Column : char { shown, hidden, hidden_and_filled };
    std::vector<Column> columns_;
    std::int64_t hidden_rows_ = 0;
};

}  // namespace tenpoint::formats

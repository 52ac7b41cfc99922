// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "formats/byte_source.hpp"

namespace tenpoint::formats {

// Rows of a sheet of an Office Open XML workbook as programs write nearly all of them, by the
// million: `<row r="2" spans="1:9"><c r="A2" s="1" t="s"><v>17</v></c><c r="B2" s="1"/></row>`, in
// ASCII, without formulas, entities or white space between the elements.
struct PlainRow {
    struct Cell {
        std::string_view reference, style, type, value;
        bool has_value = false;
    };
    std::string_view number, hidden;
    std::vector<Cell> cells;
};

// Reads the row that `text` begins with. Gives how long it is there; 0 where it is not written so,
// or not whole.
std::size_t read_plain_row(std::string_view text, PlainRow& row);

// The bytes of a sheet, which hand out their plain rows as such: a reader of XML need not take
// them apart. It is given what lies before the first row, and of whatever is no plain row as much
// as ends with a row; once it has come to that end, plain rows can be taken from there.
class PlainRows final : public ByteSource {
  public:
    // `bytes` must outlive it.
    explicit PlainRows(ByteSource& bytes) : bytes_(bytes) {}

    std::size_t read(char* to, std::size_t room) override;
    std::size_t size() const override { return bytes_.size(); }
    // Behind what was handed out.
    std::size_t position() const override { return bytes_.position() - rest().size(); }
    bool failed() const override { return failed_; }

    // The row that comes next, valid until anything more is read; null where it is no plain one.
    const PlainRow* next_row();

  private:
    static constexpr std::size_t piece_bytes = std::size_t{64} << 10;
    static constexpr std::size_t longest_row = std::size_t{1} << 20;

    std::string_view rest() const { return std::string_view{buffer_}.substr(at_); }
    // Adds to what is there; false at the end.
    bool read_more();
    // What the reader of XML may have of what is there; empty where that takes more.
    std::string_view up_to_a_row(std::size_t room) const;

    ByteSource& bytes_;
    std::string buffer_;
    std::size_t at_ = 0;  // in the buffer, behind what was handed out
    bool among_rows_ = false;
    bool at_end_ = false;  // of the bytes
    bool failed_ = false;
    PlainRow row_;
};

}  // namespace tenpoint::formats

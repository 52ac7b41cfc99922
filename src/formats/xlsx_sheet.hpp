// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "formats/file_findings.hpp"
#include "formats/table.hpp"
#include "formats/workbook.hpp"
#include "formats/xml.hpp"

namespace tenpoint::formats {

// Reads one sheet of a workbook as a stream, row by row.
class SheetReader final : public TableReader, private XmlHandler {
  public:
    SheetReader(std::shared_ptr<const Workbook> workbook, std::unique_ptr<ZipPart> part,
                FileFindings findings);

    bool next(std::vector<Cell>& cells) override;
    std::int64_t row_number() const override { return row_number_; }
    double progress() const override;
    const Findings& findings() const override { return findings_.all(); }

    std::size_t bytes_read() const { return part_->position(); }
    std::size_t size() const { return part_->size(); }

  private:
    static constexpr std::int64_t most_rows = 1'048'576;

    // The cell that is being read, as the sheet writes it.
    struct RawCell {
        std::string type;
        std::size_t style = 0;
        bool has_formula = false;
        bool has_value = false;
    };
    // A cell of the row, whose text lies in `row_text_` or among the shared strings.
    struct PlacedCell {
        std::size_t column;
        CellKind kind;
        std::string_view shared;
        std::size_t start;
        std::size_t size;
    };

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    void begin_row(std::string_view reference);
    void begin_cell(const XmlAttributes& attributes);
    void end_cell();
    void place_number(std::string_view value);
    void place(CellKind kind, std::string_view shared = {});
    bool read_row();
    void deliver(std::vector<Cell>& cells);

    std::shared_ptr<const Workbook> workbook_;
    std::unique_ptr<ZipPart> part_;
    FileFindings findings_;
    XmlReader xml_;

    std::int64_t row_number_ = 0;  // of the row last delivered
    std::int64_t row_read_ = 0;    // of the row last read, which may lie further down
    std::size_t column_ = 0;       // of the cell last read, from 1
    bool in_value_ = false;
    bool in_phonetic_ = false;
    bool row_waits_ = false;  // is read and not delivered yet
    bool at_end_ = false;
    RawCell raw_;
    std::string row_text_;
    std::size_t cell_start_ = 0;
    std::vector<PlacedCell> placed_;
};

}  // namespace tenpoint::formats

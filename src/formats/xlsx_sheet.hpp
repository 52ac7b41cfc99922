// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/plain_rows.hpp"
#include "formats/sheet_reader.hpp"
#include "formats/workbook.hpp"

namespace tenpoint::formats {

// Reads a sheet of an Office Open XML workbook.
class XlsxSheet final : public SheetReader {
  public:
    XlsxSheet(std::shared_ptr<const Workbook> workbook, std::unique_ptr<ZipPart> part,
              FileFindings findings);

    void add_merged(const MergedArea& area) { merged().add(area); }

  private:
    // The cell that is being read, as the sheet writes it.
    struct RawCell {
        std::string type;
        std::size_t style = 0;
        bool has_formula = false;
        bool has_value = false;
    };

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;
    bool take_row() override;

    void begin_raw_cell(std::string_view reference, std::string_view type, std::string_view style);
    void end_raw_cell();
    void place_shared(std::size_t index);

    std::shared_ptr<const Workbook> workbook_;
    PlainRows rows_{part()};
    bool in_value_ = false;
    bool in_phonetic_ = false;
    RawCell raw_;
};

}  // namespace tenpoint::formats

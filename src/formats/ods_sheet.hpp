// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "formats/sheet_reader.hpp"

namespace tenpoint::formats {

// Reads the sheets of an OpenDocument spreadsheet, or one of them. Rows and cells that the file
// says are repeated come as often as it says, within the bounds of a sheet.
class OdsSheet final : public SheetReader {
  public:
    struct Sheet {
        std::string name;
        bool hidden = false;
    };

    // `wanted` counts from 0; all sheets one after the other where there is none.
    OdsSheet(std::shared_ptr<const ZipArchive> archive, std::unique_ptr<ZipPart> content,
             std::optional<std::size_t> wanted, FileFindings findings);

    // Once the wanted sheet has come to its end: reads one further down in its place. False where
    // this one is not read to its end, broke off, or stands behind that.
    bool go_on_to(std::size_t wanted);

    // Those met so far; the last one is being read.
    const std::vector<Sheet>& sheets() const { return sheets_; }

    // `row` and `row_repeats` say where and how often the row stands.
    using SheetReader::next_filled;
    using SheetReader::row;
    using SheetReader::row_repeats;

  private:
    static constexpr std::size_t most_sheets = 1'000;
    static constexpr std::size_t longest_name = 1'024;

    // The cell that is being read, as the file writes it.
    struct RawCell {
        std::string type, value;
        std::size_t repeats = 1;
        bool is_error = false;
        bool has_formula = false;
        bool has_paragraph = false;
        bool is_covered = false;  // by a merged one: nobody sees what it holds
    };

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    void begin_table(const XmlAttributes& attributes);
    void begin_within_sheet(std::string_view name, const XmlAttributes& attributes);
    void begin_raw_cell(const XmlAttributes& attributes);
    void begin_within_cell(std::string_view name, const XmlAttributes& attributes);
    void end_raw_cell();
    bool is_wanted() const { return !wanted_ || sheets_.size() == *wanted_ + 1; }

    std::shared_ptr<const ZipArchive> archive_;
    std::optional<std::size_t> wanted_;
    std::vector<Sheet> sheets_;
    std::set<std::string, std::less<>> hidden_styles_;
    std::string style_;  // that is being described

    bool in_sheet_ = false;
    bool has_ended_ = false;  // the wanted one
    bool in_cell_ = false;
    int in_paragraph_ = 0;     // how deep
    int ignored_ = 0;          // how deep within something that is no part of the table
    bool after_space_ = true;  // runs of white space count once
    std::size_t columns_ = 0;  // described so far
    std::size_t next_column_ = 1;
    RawCell raw_;
};

}  // namespace tenpoint::formats

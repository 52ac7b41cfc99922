// SPDX-License-Identifier: Apache-2.0
#include "formats/joined_sheets.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

// Of a note or a heading one text alone is filled in, or the same in all cells.
bool says_one_thing(std::span<const Cell> cells) {
    std::string_view said;
    for (const auto& cell : cells) {
        const auto text = trimmed(cell.text);
        if (text.empty()) continue;
        if (!said.empty() && text != said) return false;
        said = text;
    }
    return true;
}

class JoinedSheets final : public TableReader {
  public:
    JoinedSheets(AlikeSheets sheets, OpenSheet open, FileFindings findings)
        : sheets_(std::move(sheets)), open_(std::move(open)), findings_(std::move(findings)) {}

    bool next(std::vector<Cell>& cells) override {
        cells.clear();
        while (open_next()) {
            if (!reader_->next(cells)) {
                close();
                continue;
            }
            last_row_ = reader_->row_number();
            if (takes(cells)) return true;
        }
        cells.clear();
        return false;
    }
    std::int64_t row_number() const override { return rows_before_ + last_row_; }
    double progress() const override {
        const double part = reader_ ? reader_->progress() : 0;
        return (static_cast<double>(at_) + part) / static_cast<double>(sheets_.members.size());
    }
    const Findings& findings() const override { return findings_.all(); }

  private:
    // False behind the last sheet.
    bool open_next() {
        if (reader_) return true;
        if (at_ == sheets_.members.size()) return false;
        auto opened = open_(member().sheet);
        if (!opened) {
            findings_.add(Severity::error, "damaged_file", row_number() + 1);
            at_ = sheets_.members.size();
            return false;
        }
        reader_ = std::move(*opened);
        findings_.add(Severity::information, "sheet_begins", rows_before_ + 1, member().name);
        return true;
    }

    void close() {
        for (auto finding : reader_->findings()) {
            if (finding.row > 0) finding.row += rows_before_;
            findings_.add(std::move(finding));
        }
        reader_.reset();
        rows_before_ += std::exchange(last_row_, 0);
        ++at_;
    }

    // Whether the row is part of the table, with the name of its sheet where it has one.
    bool takes(std::vector<Cell>& cells) {
        const auto& sheet = member();
        if (last_row_ < sheet.header_row) return at_ == 0 && sheets_.share_titles;
        if (at_ > 0 && last_row_ <= sheet.last_header_row) return false;
        std::string_view name;
        if (last_row_ == sheet.naming_row)
            name = sheet_column;
        else if (last_row_ > sheet.last_header_row && !says_one_thing(cells))
            name = sheet.name;
        if (name.empty() && cells.size() <= sheets_.width) return true;
        cells.resize(std::max(cells.size(), sheets_.width));
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(sheets_.width),
                     {name, CellKind::sheet});
        return true;
    }

    const AlikeSheets::Member& member() const { return sheets_.members[at_]; }

    AlikeSheets sheets_;
    OpenSheet open_;
    FileFindings findings_;
    std::size_t at_ = 0;
    std::shared_ptr<TableReader> reader_;
    std::int64_t rows_before_ = 0;  // of the sheets that were read
    std::int64_t last_row_ = 0;     // of the sheet that is read
};

}  // namespace

std::unique_ptr<TableReader> join_sheets(AlikeSheets sheets, OpenSheet open,
                                         FileFindings findings) {
    return std::make_unique<JoinedSheets>(std::move(sheets), std::move(open), std::move(findings));
}

}  // namespace tenpoint::formats

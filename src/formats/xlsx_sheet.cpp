// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_reader.hpp"

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "formats/sheet_number.hpp"

namespace tenpoint::formats {
namespace {

// The column of "AB12", from 1; 0 where there is none.
std::size_t column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > TableLimits::columns) break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column;
}

template <class Number>
Number number_in(std::string_view text, Number otherwise) {
    std::from_chars(text.data(), text.data() + text.size(), otherwise);
    return otherwise;
}

}  // namespace

SheetReader::SheetReader(std::shared_ptr<const Workbook> workbook, std::unique_ptr<ZipPart> part,
                         FileFindings findings)
    : workbook_(std::move(workbook)),
      part_(std::move(part)),
      findings_(std::move(findings)),
      xml_(*part_, *this) {}

double SheetReader::progress() const {
    if (at_end_ || part_->size() == 0) return 1;
    return std::min(1.0,
                    static_cast<double>(part_->position()) / static_cast<double>(part_->size()));
}

bool SheetReader::next(std::vector<Cell>& cells) {
    cells.clear();
    if (!row_waits_ && !read_row()) return false;
    // Rows without a filled cell are not always written.
    if (++row_number_ == row_read_) deliver(cells);
    return true;
}

// Reads on to the next row that has a filled cell.
bool SheetReader::read_row() {
    while (!at_end_) {
        const auto state = xml_.advance();
        if (state == XmlReader::State::damaged) {
            const bool oversized = part_->state() == ZipPart::State::oversized;
            findings_.add(Severity::error, oversized ? "oversized_sheet" : "damaged_file",
                          row_read_ + 1);
        }
        at_end_ = at_end_ || state != XmlReader::State::paused;
        if (state == XmlReader::State::paused && row_waits_) return true;
    }
    return false;
}

void SheetReader::begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") {
        begin_row(attributes["r"]);
    } else if (name == "c") {
        begin_cell(attributes);
    } else if (name == "f") {
        raw_.has_formula = true;
    } else if (name == "rPh") {
        in_phonetic_ = true;
    } else if (name == "v" || name == "t") {
        in_value_ = !in_phonetic_;
        raw_.has_value = true;
    }
}

void SheetReader::end(std::string_view name) {
    if (name == "v" || name == "t") {
        in_value_ = false;
    } else if (name == "rPh") {
        in_phonetic_ = false;
    } else if (name == "c") {
        end_cell();
    } else if (name == "row") {
        row_waits_ = !placed_.empty() && !at_end_;
        xml_.pause();
    } else if (name == "sheetData") {
        at_end_ = true;
        xml_.pause();
    }
}

void SheetReader::text(std::string_view piece) {
    // One sign more than the limit shows that there was more.
    const auto room = TableLimits::cell_bytes + 1 - (row_text_.size() - cell_start_);
    if (in_value_) row_text_ += piece.substr(0, room);
}

void SheetReader::begin_row(std::string_view reference) {
    row_read_ = std::max(row_read_ + 1, number_in(reference, std::int64_t{0}));
    if (row_read_ > most_rows) {
        findings_.add(Severity::error, "damaged_file", row_read_);
        at_end_ = true;
    }
    column_ = 0;
    row_text_.clear();
    placed_.clear();
}

void SheetReader::begin_cell(const XmlAttributes& attributes) {
    const auto column = column_of(attributes["r"]);
    column_ = column > 0 ? column : column_ + 1;
    raw_.type = attributes["t"];
    raw_.style = number_in(attributes["s"], std::size_t{0});
    raw_.has_formula = raw_.has_value = false;
    cell_start_ = row_text_.size();
}

void SheetReader::end_cell() {
    const auto value = std::string_view{row_text_}.substr(cell_start_);
    if (!raw_.has_value && raw_.has_formula)
        findings_.add(Severity::warning, "formula_without_result", row_read_);
    if (value.empty()) return;
    if (raw_.type.empty() || raw_.type == "n") {
        place_number(value);
    } else if (raw_.type == "s") {
        const auto index = number_in(value, std::size_t{0} - 1);
        row_text_.resize(cell_start_);
        if (const auto shared = workbook_->strings().at(index)) place(CellKind::text, *shared);
    } else if (raw_.type == "b") {
        row_text_.replace(cell_start_, value.size(), value == "1" ? "true" : "false");
        place(CellKind::boolean);
    } else if (raw_.type == "e") {
        place(CellKind::error);
    } else if (raw_.type == "d") {
        place(CellKind::date);
    } else {
        decode_escapes(row_text_, cell_start_);
        place(CellKind::text);
    }
}

void SheetReader::place_number(std::string_view value) {
    const auto number =
        read_sheet_number(value, workbook_->is_date_style(raw_.style), workbook_->serial_system());
    row_text_.replace(cell_start_, value.size(), number.text);
    place(number.kind);
}

void SheetReader::place(CellKind kind, std::string_view shared) {
    if (std::max(row_text_.size() - cell_start_, shared.size()) > TableLimits::cell_bytes)
        findings_.add(Severity::warning, "cell_too_long", row_read_);
    if (!placed_.empty() && placed_.back().column >= column_) {
        findings_.add(Severity::warning, "misplaced_cell", row_read_);
        row_text_.resize(cell_start_);
        return;
    }
    if (column_ > TableLimits::columns) {
        findings_.add(Severity::error, "too_many_columns", row_read_);
        row_text_.resize(cell_start_);
        return;
    }
    if (row_text_.size() > TableLimits::row_bytes) {
        findings_.add(Severity::error, "row_too_long", row_read_);
        row_text_.resize(cell_start_);
        return;
    }
    placed_.push_back({column_, kind, shared, cell_start_, row_text_.size() - cell_start_});
}

void SheetReader::deliver(std::vector<Cell>& cells) {
    row_waits_ = false;
    cells.resize(placed_.back().column);
    for (const auto& placed : placed_) {
        const auto own = std::string_view{row_text_}.substr(placed.start, placed.size);
        const auto whole = placed.shared.empty() ? own : placed.shared;
        cells[placed.column - 1] = {whole_characters(whole, TableLimits::cell_bytes), placed.kind};
    }
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "formats/shared_strings.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t columns_named = 20;

// "B" of 2, "AB" of 28.
std::string letters_of(std::size_t column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

}  // namespace

SheetReader::SheetReader(std::unique_ptr<ZipPart> part, FileFindings findings)
    : part_(std::move(part)),
      bytes_(part_.get()),
      findings_(std::move(findings)),
      xml_(*part_, *this) {}

void SheetReader::read_through(ByteSource& bytes) {
    bytes_ = &bytes;
    xml_.read_from(bytes);
}

double SheetReader::progress() const {
    if (at_end_ || bytes_->size() == 0) return 1;
    return std::min(1.0,
                    static_cast<double>(bytes_->position()) / static_cast<double>(bytes_->size()));
}

bool SheetReader::next(std::vector<Cell>& cells) {
    cells.clear();
    if (!row_waits_ && !read_row()) return false;
    // Rows without a filled cell are not always written.
    if (++row_number_ >= row_first_ && !deliver(cells)) return read_row();
    if (row_number_ == row_last_) row_waits_ = false;
    return true;
}

bool SheetReader::next_filled(std::vector<Cell>& cells) {
    cells.clear();
    if (!read_row()) return false;
    row_number_ = row_first_;
    if (!deliver(cells)) return read_row();
    row_waits_ = false;
    return true;
}

bool SheetReader::read_row() {
    while (!at_end_) {
        if (xml_.has_caught_up() && take_row()) {
            if (row_waits_) return true;
            continue;
        }
        const auto state = xml_.advance();
        if (state == XmlReader::State::damaged) {
            const bool oversized = part_->state() == ZipPart::State::oversized;
            findings_.add(Severity::error, oversized ? "oversized_sheet" : "damaged_file",
                          row_is_open_ ? row_first_ : row_last_ + 1);
        }
        at_end_ = at_end_ || state != XmlReader::State::paused;
        if (state == XmlReader::State::paused && row_waits_) return true;
    }
    finish();
    return false;
}

void SheetReader::finish() {
    if (std::exchange(finished_, true)) return;
    if (hidden_rows_ > 0)
        findings_.add(Severity::warning, "hidden_rows", 0, std::to_string(hidden_rows_));
    std::string names;
    std::size_t named = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (columns_[i] != Column::hidden_and_filled || ++named > columns_named + 1) continue;
        names += named == 1 ? "" : ", ";
        names += named > columns_named ? "…" : letters_of(i + 1);
    }
    if (named > 0) findings_.add(Severity::warning, "hidden_columns", 0, names);
}

void SheetReader::begin_sheet() {
    row_number_ = row_first_ = row_last_ = 0;
    merged_ = {};
}

void SheetReader::end_sheet() {
    at_end_ = true;
    xml_.pause();
}

void SheetReader::go_on() {
    at_end_ = finished_ = row_waits_ = false;
    findings_ = {};
    columns_.clear();
    hidden_rows_ = 0;
    cells_left_ = TableLimits::sheet_cells;
}

void SheetReader::begin_row(std::int64_t number, std::int64_t repeats, bool hidden) {
    row_first_ = std::max(row_last_ + 1, number);
    row_last_ = row_first_ + std::clamp<std::int64_t>(repeats, 1, most_rows) - 1;
    row_is_hidden_ = hidden;
    row_is_open_ = true;
    row_is_full_ = false;
    column_ = 0;
    row_text_.clear();
    placed_.clear();
}

void SheetReader::end_row() {
    row_is_open_ = false;
    if (!placed_.empty() && row_last_ > most_rows) {
        findings_.add(Severity::error, "damaged_file", std::max(row_first_, most_rows + 1));
        at_end_ = true;
    }
    row_waits_ = !placed_.empty() && !at_end_;
    if (row_waits_ && row_is_hidden_) hidden_rows_ += row_repeats();
    if (row_waits_) charge(width() * static_cast<std::size_t>(row_repeats()));
    xml_.pause();
}

bool SheetReader::charge(std::size_t cells) {
    if (cells <= cells_left_) {
        cells_left_ -= cells;
        return true;
    }
    findings_.add(Severity::error, "oversized_sheet", std::max(row_first_, row_number_));
    row_waits_ = false;
    at_end_ = true;
    return false;
}

void SheetReader::begin_cell(std::size_t column) {
    column_ = column;
    cell_start_ = row_text_.size();
}

std::size_t SheetReader::room_in_cell() const {
    return row_is_full_ ? 0 : TableLimits::cell_bytes + 1 - (row_text_.size() - cell_start_);
}

void SheetReader::decode_cell_escapes() {
    decode_escapes(row_text_, cell_start_);
}

void SheetReader::place(CellKind kind, std::string_view shared, std::size_t columns) {
    if (std::max(row_text_.size() - cell_start_, shared.size()) > TableLimits::cell_bytes)
        report(Severity::warning, "cell_too_long");
    const auto refuse = [&](Severity severity, const char* code) {
        report(severity, code);
        row_text_.resize(cell_start_);
    };
    if (!placed_.empty() && placed_.back().column + placed_.back().columns > column_)
        return refuse(Severity::warning, "misplaced_cell");
    if (column_ > TableLimits::columns) return refuse(Severity::error, "too_many_columns");
    row_is_full_ = row_is_full_ || row_text_.size() > TableLimits::row_bytes;
    if (row_is_full_) return refuse(Severity::error, "row_too_long");
    if (column_ + columns - 1 > TableLimits::columns) {
        report(Severity::error, "too_many_columns");
        columns = TableLimits::columns + 1 - column_;
    }
    for (auto i = column_ - 1; i < std::min(column_ + columns - 1, columns_.size()); ++i)
        if (columns_[i] == Column::hidden) columns_[i] = Column::hidden_and_filled;
    placed_.push_back(
        {column_, columns, kind, shared, cell_start_, row_text_.size() - cell_start_});
}

void SheetReader::hide_columns(std::size_t first, std::size_t last) {
    last = std::min(last, TableLimits::columns);
    if (first == 0 || first > last) return;
    columns_.resize(std::max(columns_.size(), last));
    std::fill(columns_.begin() + static_cast<std::ptrdiff_t>(first - 1),
              columns_.begin() + static_cast<std::ptrdiff_t>(last), Column::hidden);
}

void SheetReader::report(Severity severity, std::string code) {
    findings_.add(severity, std::move(code), row_first_);
}

bool SheetReader::deliver(std::vector<Cell>& cells) {
    cells.resize(width());
    for (const auto& placed : placed_) {
        const auto own = std::string_view{row_text_}.substr(placed.start, placed.size);
        const auto whole = placed.shared.empty() ? own : placed.shared;
        const Cell cell{whole_characters(whole, TableLimits::cell_bytes), placed.kind};
        std::fill_n(cells.begin() + static_cast<std::ptrdiff_t>(placed.column - 1), placed.columns,
                    cell);
    }
    merged_.carry(row_number_, cells);
    const auto carried = cells.size() - width();
    const auto bytes = cut_off(cells);
    if (charge(carried + bytes / bytes_of_a_cell)) return true;
    cells.clear();
    return false;
}

std::size_t SheetReader::cut_off(std::vector<Cell>& cells) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (bytes + cells[i].text.size() > TableLimits::row_bytes) {
            findings_.add(Severity::error, "row_too_long", row_number_);
            cells.resize(i);
            break;
        }
        bytes += cells[i].text.size();
    }
    return bytes;
}

}  // namespace tenpoint::formats

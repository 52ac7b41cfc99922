// SPDX-License-Identifier: Apache-2.0
#include "formats/csv.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t first_buffer = std::size_t{1} << 20;
constexpr std::size_t least_room = 4'096;
constexpr std::size_t quoted_excerpt = 60;

// Rewrites the cell at `cell`, which begins with a quote, without its quotes. What follows the
// closing quote belongs to the cell, as in spreadsheets.
std::string_view unquoted(char* cell, std::size_t size) {
    auto* to = cell;
    bool in_quotes = true;
    for (std::size_t i = 1; i < size; ++i) {
        if (!in_quotes || cell[i] != '"') {
            *to++ = cell[i];
        } else if (i + 1 < size && cell[i + 1] == '"') {
            *to++ = cell[++i];
        } else {
            in_quotes = false;
        }
    }
    return {cell, static_cast<std::size_t>(to - cell)};
}

}  // namespace

CsvReader::CsvReader(std::unique_ptr<TextSource> source, const CsvDialect& dialect,
                     FileFindings findings)
    : source_(std::move(source)),
      dialect_(dialect),
      findings_(std::move(findings)),
      ends_(dialect.delimiter, dialect.line_end),
      buffer_(first_buffer + CellEnds::block_bytes),
      row_(buffer_.data()),
      end_(row_) {
    read_more();
    row_ += std::min(dialect.skip_bytes, static_cast<std::size_t>(end_ - row_));
}

double CsvReader::progress() const {
    return at_end_ && row_ == end_ ? 1 : source_->progress();
}

bool CsvReader::next(std::vector<Cell>& cells) {
    if (skipping_) skip_to_line_end();
    literals_.clear();
    while (true) {
        cells.clear();
        if (row_ == end_ && at_end_) return false;
        const auto outcome = scan_row(cells);
        if (outcome == Outcome::whole) break;
        if (outcome == Outcome::open_quote)
            take_as_character(open_quote_);
        else
            read_more();
    }
    finish_row(cells);
    return true;
}

CsvReader::Outcome CsvReader::scan_row(std::vector<Cell>& cells) {
    quoted_.clear();
    open_quote_ = nullptr;
    auto ends = ends_;
    ends.seek(row_);
    const char* cell = row_;
    while (true) {
        const char* closed = nullptr;
        if (*cell == ' ') {
            const auto spaced = quotes_behind_blanks(cell);
            if (spaced.is_cut && !sealed_) return Outcome::cut;
            if (spaced.closed != nullptr) {
                cell = spaced.open;
                closed = spaced.closed;
                ends.seek(closed);
            }
        } else if (*cell == '"' &&
                   (literals_.empty() ||
                    std::ranges::find(literals_, static_cast<std::size_t>(cell - row_)) ==
                        literals_.end())) {
            closed = end_of_quotes(cell);
            if (closed == nullptr) open_quote_ = cell;
            if (closed == nullptr) return sealed_ ? Outcome::open_quote : Outcome::cut;
            ends.seek(closed);
        }
        const char* end = ends.next();
        const bool ends_row = *end == dialect_.line_end;
        if (end == end_ && !sealed_) return Outcome::cut;
        const auto* stop = end;
        if (ends_row && stop > (closed != nullptr ? closed : cell) && stop[-1] == '\r') --stop;
        if (closed != nullptr) {
            if (is_open_quote(cell, closed, stop)) {
                open_quote_ = cell;
                return Outcome::open_quote;
            }
            // Most quoted cells need no rewriting.
            if (closed == stop &&
                std::memchr(cell + 1, '"', static_cast<std::size_t>(closed - 1 - (cell + 1))) ==
                    nullptr) {
                ++cell;
                --stop;
            } else {
                quoted_.push_back(cells.size());
            }
        }
        if (cells.size() < TableLimits::columns)
            cells.push_back({{cell, static_cast<std::size_t>(stop - cell)}, CellKind::text});
        else
            too_many_columns_ = true;
        cell = end + 1;
        if (!ends_row) continue;
        row_end_ = end;
        return Outcome::whole;
    }
}

// `, "Cuba, Rep." ,`: quotes with nothing but blanks around them, on one line. Others are signs
// like any.
CsvReader::SpacedQuotes CsvReader::quotes_behind_blanks(const char* cell) const {
    if (dialect_.delimiter == ' ') return {};
    const auto* open = cell;
    while (open < end_ && *open == ' ')
        ++open;
    if (open == end_) return {.is_cut = true};
    if (*open != '"') return {};
    const auto* at = open + 1;
    for (; at < end_ && *at != dialect_.line_end; ++at) {
        if (*at != '"') continue;
        if (at + 1 == end_ || at[1] != '"') break;
        ++at;
    }
    if (at == end_) return {.is_cut = true};
    if (*at != '"') return {};
    const auto* closed = ++at;
    while (at < end_ && (*at == ' ' || *at == '\r'))
        ++at;
    if (at == end_ && !sealed_) return {.is_cut = true};
    const bool ends = at == end_ || *at == dialect_.delimiter || *at == dialect_.line_end;
    return ends ? SpacedQuotes{open, closed, false} : SpacedQuotes{};
}

const char* CsvReader::end_of_quotes(const char* cell) const {
    const char* from = cell + 1;
    while (from < end_) {
        const auto* quote =
            static_cast<const char*>(std::memchr(from, '"', static_cast<std::size_t>(end_ - from)));
        if (quote == nullptr) return nullptr;
        if (quote + 1 == end_) return sealed_ ? quote + 1 : nullptr;
        if (quote[1] != '"') return quote + 1;
        from = quote + 2;
    }
    return nullptr;
}

// Whether the quote that seems to close the cell rather opens another one, rows further down.
bool CsvReader::is_open_quote(const char* cell, const char* closed, const char* end) const {
    return closed != end && *closed != ' ' &&
           std::memchr(cell, dialect_.line_end, static_cast<std::size_t>(closed - cell)) != nullptr;
}

void CsvReader::take_as_character(const char* quote) {
    const auto excerpt = std::min(quoted_excerpt, static_cast<std::size_t>(end_ - quote));
    findings_.add(Severity::warning, "unclosed_quote", row_number_ + 1,
                  shortened({quote, excerpt}, excerpt - 1));
    literals_.push_back(static_cast<std::size_t>(quote - row_));
}

void CsvReader::read_more() {
    if (!make_room()) return;
    const auto room =
        static_cast<std::size_t>(buffer_.data() + buffer_.size() - end_) - CellEnds::block_bytes;
    const auto count = source_->read(end_, room, findings_);
    if (dialect_.lone_cr_ends_rows) end_rows_at_lone_crs(count);
    end_ += count;
    *end_ = dialect_.line_end;
    if (count > 0) return;
    at_end_ = sealed_ = true;
    if (source_->failed()) findings_.add(Severity::error, "damaged_file", row_number_ + 1);
}

// Among so many fresh signs, and at the one before them.
void CsvReader::end_rows_at_lone_crs(std::size_t fresh) {
    auto* const end = end_ + fresh;
    for (auto* cr = std::find(end_ > row_ ? end_ - 1 : end_, end, '\r'); cr + 1 < end;
         cr = std::find(cr + 1, end, '\r'))
        if (cr[1] != '\n') *cr = '\n';
}

// Moves what is left to the front; where that is much, the buffer grows. False for a row beyond
// the limit, which is read differently instead.
bool CsvReader::make_room() {
    const auto left = static_cast<std::size_t>(end_ - row_);
    if (left >= TableLimits::row_bytes) {
        if (open_quote_ != nullptr) {
            take_as_character(open_quote_);
        } else {
            findings_.add(Severity::error, "row_too_long", row_number_ + 1);
            sealed_ = skipping_ = true;
        }
        return false;
    }
    if (left + least_room + CellEnds::block_bytes > buffer_.size()) {
        std::vector<char> larger(std::min(left * 2, TableLimits::row_bytes + least_room) +
                                 CellEnds::block_bytes);
        std::memcpy(larger.data(), row_, left);
        buffer_ = std::move(larger);
    } else {
        std::memmove(buffer_.data(), row_, left);
    }
    row_ = buffer_.data();
    end_ = row_ + left;
    return true;
}

void CsvReader::finish_row(std::vector<Cell>& cells) {
    ++row_number_;
    for (const auto index : quoted_) {
        if (index >= cells.size()) break;
        auto& text = cells[index].text;
        text = unquoted(row_ + (text.data() - row_), text.size());
    }
    if (static_cast<std::size_t>(row_end_ - row_) > TableLimits::cell_bytes)
        for (auto& cell : cells) {
            if (cell.text.size() <= TableLimits::cell_bytes) continue;
            findings_.add(Severity::warning, "cell_too_long", row_number_);
            cell.text = whole_characters(cell.text, TableLimits::cell_bytes);
        }
    if (too_many_columns_) findings_.add(Severity::error, "too_many_columns", row_number_);
    too_many_columns_ = false;
    if (cells.size() == 1 && cells.front().text.empty()) cells.clear();
    row_ += row_end_ - row_;
    if (row_ != end_) ++row_;
    sealed_ = at_end_;
}

void CsvReader::skip_to_line_end() {
    skipping_ = false;
    while (true) {
        auto* found = std::find(row_, end_, dialect_.line_end);
        if (found != end_) {
            row_ = found + 1;
            return;
        }
        row_ = end_;
        if (at_end_) return;
        read_more();
    }
}

std::unique_ptr<TableReader> read_csv(std::string_view text) {
    auto source =
        std::make_unique<TextSource>(std::make_unique<ByteView>(text), Encoding{.name = "UTF-8"});
    return std::make_unique<CsvReader>(std::move(source), CsvDialect{}, FileFindings{});
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_wrapped.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "formats/csv_dialect.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t fewest_wrapped = 2;

// What the quotes around a whole line hold; nothing where they hold less than all of it.
std::optional<std::string> unwrapped(std::string_view line) {
    while (!line.empty() && std::string_view{" \t,;"}.find(line.back()) != std::string_view::npos)
        line.remove_suffix(1);
    if (line.size() < 2 || line.front() != '"' || line.back() != '"') return std::nullopt;
    line = line.substr(1, line.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && (i + 1 == line.size() || line[++i] != '"')) return std::nullopt;
        text += line[i];
    }
    return text;
}

class UnwrappedRows final : public TableReader {
  public:
    UnwrappedRows(std::unique_ptr<TableReader> table, char delimiter)
        : table_(std::move(table)), delimiter_(delimiter) {}

    bool next(std::vector<Cell>& cells) override {
        if (!table_->next(cells)) return false;
        const bool is_one =
            std::ranges::all_of(cells.begin() + (cells.empty() ? 0 : 1), cells.end(),
                                [](const Cell& cell) { return trimmed(cell.text).empty(); });
        if (cells.empty() || !is_one) return true;
        part(std::string{cells.front().text});
        cells.clear();
        std::size_t begin = 0;
        for (const auto end : ends_) {
            cells.push_back({std::string_view(text_).substr(begin, end - begin)});
            begin = end;
        }
        return true;
    }
    std::int64_t row_number() const override { return table_->row_number(); }
    double progress() const override { return table_->progress(); }
    const Findings& findings() const override { return table_->findings(); }

  private:
    // Into the texts of cells one after the other, and where they end.
    void part(const std::string& row) {
        text_.clear();
        ends_.clear();
        bool quoted = false;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool is_doubled =
                quoted && row[i] == '"' && i + 1 < row.size() && row[i + 1] == '"';
            if (is_doubled)
                text_ += row[i++];
            else if (row[i] == '"')
                quoted = !quoted;
            else if (row[i] != delimiter_ || quoted)
                text_ += row[i];
            else if (ends_.size() + 1 < TableLimits::columns)
                ends_.push_back(text_.size());
        }
        ends_.push_back(text_.size());
    }

    std::unique_ptr<TableReader> table_;
    char delimiter_;
    std::string text_;
    std::vector<std::size_t> ends_;
};

}  // namespace

std::optional<char> delimiter_of_wrapped_rows(std::string_view head) {
    std::string rows;
    std::size_t wrapped = 0, parted = 0;
    while (!head.empty()) {
        const auto end = head.find_first_of("\r\n");
        if (end == head.npos && wrapped >= fewest_wrapped) break;  // cut off perhaps
        const auto line = trimmed(head.substr(0, end));
        head.remove_prefix(end == head.npos ? head.size() : end + 1);
        if (line.empty()) continue;
        const auto row = unwrapped(line);
        if (!row) return std::nullopt;
        rows.append(*row).append(1, '\n');
        ++wrapped;
    }
    if (wrapped < fewest_wrapped) return std::nullopt;
    const char delimiter = csv_dialect_of(rows, {}).delimiter;
    for (std::string_view left = rows; !left.empty();) {
        const auto end = left.find('\n');
        parted += left.substr(0, end).find(delimiter) != left.npos ? 1 : 0;
        left.remove_prefix(end + 1);
    }
    return parted * 2 > wrapped ? std::optional{delimiter} : std::nullopt;
}

std::unique_ptr<TableReader> unwrap_rows(std::unique_ptr<TableReader> table, char delimiter) {
    return std::make_unique<UnwrappedRows>(std::move(table), delimiter);
}

}  // namespace tenpoint::formats

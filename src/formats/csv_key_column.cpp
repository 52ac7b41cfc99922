// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_key_column.hpp"

#include <utility>
#include <vector>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_flags = 3;

// Without the letters of its flags: "130 p", "12be". Those of a figure that is not there say why.
std::string_view without_flags(std::string_view text) {
    const auto figure = text.substr(0, text.find_last_not_of("abcdefghijklmnopqrstuvwxyz") + 1);
    const auto flags = text.size() - figure.size();
    const auto plain = trimmed(figure);
    const bool is_figure = !plain.empty() && plain.find_first_not_of("0123456789.-") == plain.npos;
    return flags <= longest_flags && is_figure ? plain : text;
}

class KeyColumnParted final : public TableReader {
  public:
    explicit KeyColumnParted(std::unique_ptr<TableReader> table) : table_(std::move(table)) {}

    bool next(std::vector<Cell>& cells) override {
        if (!table_->next(row_)) return false;
        cells.clear();
        if (row_.empty()) return true;
        const bool is_header = !std::exchange(has_header_, true);
        auto keys = row_.front().text;
        if (is_header) keys = keys.substr(0, keys.find('\\'));
        for (;;) {
            const auto end = keys.find(',');
            cells.push_back({trimmed(keys.substr(0, end))});
            if (end == keys.npos || cells.size() == TableLimits::columns) break;
            keys.remove_prefix(end + 1);
        }
        if (is_header) keys_ = cells.size();
        if (cells.size() != keys_) {
            // Which key is which nobody knows: the first cell holds them all, and names nothing.
            cells.assign(1, {trimmed(row_.front().text)});
            cells.resize(keys_);
        }
        for (std::size_t i = 1; i < row_.size() && cells.size() < TableLimits::columns; ++i) {
            const auto text = trimmed(row_[i].text);
            cells.push_back({is_header ? text : without_flags(text)});
        }
        return true;
    }
    std::int64_t row_number() const override { return table_->row_number(); }
    double progress() const override { return table_->progress(); }
    const Findings& findings() const override { return table_->findings(); }

  private:
    std::unique_ptr<TableReader> table_;
    std::vector<Cell> row_;
    bool has_header_ = false;
    std::size_t keys_ = 0;
};

}  // namespace

bool has_key_column(std::string_view head, const CsvDialect& dialect) {
    if (dialect.delimiter != '\t') return false;
    const auto first = head.substr(0, head.find_first_of("\t\r\n"));
    const auto sign = first.find('\\');
    return sign != first.npos && first.find('\\', sign + 1) == first.npos &&
           first.substr(0, sign).find(',') != first.npos;
}

std::unique_ptr<TableReader> part_key_column(std::unique_ptr<TableReader> table) {
    return std::make_unique<KeyColumnParted>(std::move(table));
}

}  // namespace tenpoint::formats

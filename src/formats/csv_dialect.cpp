// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_dialect.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace tenpoint::formats {
namespace {

// The number of cells in each row that is not blank.
std::vector<int> row_widths(std::string_view text, char delimiter, char line_end) {
    std::vector<int> widths;
    int width = 1;
    bool blank = true;
    bool quoted = false;
    char before = line_end;
    for (const char c : text) {
        const bool may_open = before == delimiter || before == line_end;
        // A second quote right after a closing one opens the same cell again.
        const bool reopens = before == '"' && !blank;
        if (quoted) {
            quoted = c != '"';
        } else if (c == line_end) {
            if (!blank) widths.push_back(width);
            width = 1;
            blank = true;
        } else if (c == delimiter) {
            ++width;
        } else {
            quoted = c == '"' && (may_open || reopens);
            blank = blank && (c == ' ' || c == '\r');
        }
        before = c;
    }
    return widths;
}

// 0 to 1: the share of rows that have the most frequent width; 0 where that is a single cell.
double consistency(const std::vector<int>& widths) {
    std::map<int, std::size_t> rows_of_width;
    for (int width : widths)
        ++rows_of_width[width];
    const auto commonest =
        std::ranges::max_element(rows_of_width, {}, [](const auto& entry) { return entry.second; });
    if (commonest == rows_of_width.end() || commonest->first < 2) return 0;
    return static_cast<double>(commonest->second) / static_cast<double>(widths.size());
}

}  // namespace

CsvDialect csv_dialect_of(std::string_view head, std::optional<char> delimiter) {
    CsvDialect dialect;
    dialect.line_end = head.find('\n') != head.npos || head.find('\r') == head.npos ? '\n' : '\r';
    if (head.size() > 5 && head.starts_with("sep=") && (head[5] == '\r' || head[5] == '\n')) {
        dialect.delimiter = head[4];
        dialect.skip_bytes = head.find(dialect.line_end) + 1;
    } else {
        // Only whole rows, where there are any.
        const auto last_end = head.rfind(dialect.line_end);
        const auto rows = last_end == head.npos ? head : head.substr(0, last_end + 1);
        double best = 0;
        for (const char candidate : std::array{'\t', ';', '|', ','})
            if (const double found = consistency(row_widths(rows, candidate, dialect.line_end));
                found > best) {
                best = found;
                dialect.delimiter = candidate;
            }
    }
    if (delimiter) dialect.delimiter = *delimiter;
    return dialect;
}

}  // namespace tenpoint::formats

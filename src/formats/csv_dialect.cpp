// SPDX-License-Identifier: Apache-2.0
#include "formats/csv_dialect.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <vector>

namespace tenpoint::formats {
namespace {

// The number of cells in each row that is not blank.
std::vector<int> row_widths(std::string_view text, const CsvDialect& dialect) {
    const auto [delimiter, line_end, lone_cr_ends_rows, skipped] = dialect;
    std::vector<int> widths;
    int width = 1;
    bool blank = true;
    bool quoted = false;
    char before = line_end;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_lone_cr = text[i] == '\r' && i + 1 < text.size() && text[i + 1] != '\n';
        const char c = is_lone_cr && lone_cr_ends_rows ? line_end : text[i];
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
        // Quotes may stand behind blanks.
        if (c != ' ' || !may_open) before = c;
    }
    return widths;
}

// How well a dialect fits: the share of rows that have the most frequent width, 0 where that is a
// single cell; then how many rows there are.
struct Fit {
    double share = 0;
    std::size_t rows = 0;
};

Fit fit_of(const std::vector<int>& widths) {
    std::map<int, std::size_t> rows_of_width;
    for (int width : widths)
        ++rows_of_width[width];
    const auto commonest =
        std::ranges::max_element(rows_of_width, {}, [](const auto& entry) { return entry.second; });
    if (commonest == rows_of_width.end() || commonest->first < 2) return {};
    return {static_cast<double>(commonest->second) / static_cast<double>(widths.size()),
            widths.size()};
}

constexpr std::array usual_delimiters{'\t', ';', '|', ','};

// Takes the delimiter that fits best into the dialect.
Fit find_delimiter(std::string_view rows, CsvDialect& dialect, std::span<const char> candidates) {
    Fit best;
    auto tried = dialect;
    for (const char candidate : candidates) {
        tried.delimiter = candidate;
        if (const auto fit = fit_of(row_widths(rows, tried)); fit.share > best.share) {
            best = fit;
            dialect.delimiter = candidate;
        }
    }
    return best;
}

}  // namespace

CsvDialect csv_dialect_of(std::string_view head, std::optional<char> delimiter) {
    CsvDialect dialect;
    dialect.line_end = head.find('\n') != head.npos || head.find('\r') == head.npos ? '\n' : '\r';
    const bool is_told =
        head.size() > 5 && head.starts_with("sep=") && (head[5] == '\r' || head[5] == '\n');
    if (is_told) {
        delimiter = delimiter.value_or(head[4]);
        dialect.skip_bytes = head.find(dialect.line_end) + 1;
        head.remove_prefix(dialect.skip_bytes);
    }
    const auto candidates =
        delimiter ? std::span<const char>(&*delimiter, 1) : std::span<const char>(usual_delimiters);
    // Only whole rows, where there are any.
    const auto until_last = [&](std::string_view line_ends) {
        const auto last = head.find_last_of(line_ends);
        return last == head.npos ? head : head.substr(0, last + 1);
    };
    const auto plain = find_delimiter(until_last({&dialect.line_end, 1}), dialect, candidates);
    auto mixed = dialect;
    mixed.lone_cr_ends_rows = dialect.line_end == '\n';
    if (const auto fit = find_delimiter(until_last("\r\n"), mixed, candidates);
        fit.rows > plain.rows && fit.share >= plain.share)
        dialect = mixed;
    if (delimiter) dialect.delimiter = *delimiter;
    return dialect;
}

}  // namespace tenpoint::formats

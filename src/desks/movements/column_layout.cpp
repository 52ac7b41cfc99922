// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_layout.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t header_rows_searched = 25;

bool is_filled(const std::string& text) {
    return !trimmed(text).empty();
}

std::size_t filled_cells(const SampleRow& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.texts, is_filled));
}

bool is_word(const SampleRow& row, std::size_t column) {
    const auto text = trimmed(row.texts[column]);
    return !text.empty() && row.kinds[column] == formats::CellKind::text &&
           !formats::parse_decimal(text) && !formats::parse_date(text);
}

// How many cells most rows have: titles and notes have fewer.
std::size_t usual_width(std::span<const SampleRow> rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows)
        if (const auto filled = filled_cells(row); filled > 0) widths.push_back(filled);
    if (widths.empty()) return 0;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::ranges::nth_element(widths, middle);
    return *middle;
}

bool looks_like_header(const SampleRow& row, std::size_t width) {
    std::size_t filled = 0;
    std::size_t words = 0;
    for (std::size_t column = 0; column < row.texts.size(); ++column) {
        filled += is_filled(row.texts[column]) ? 1 : 0;
        words += is_word(row, column) ? 1 : 0;
    }
    return filled > 0 && filled * 3 >= width * 2 && words * 4 >= filled * 3;
}

bool is_hxl(const SampleRow& row) {
    std::vector<formats::Cell> cells;
    for (std::size_t i = 0; i < row.texts.size(); ++i)
        cells.push_back({row.texts[i], row.kinds[i]});
    return formats::is_hxl_row(cells);
}

// The place of the header and of the hashtag row among `rows`; rows.size() for none.
std::pair<std::size_t, std::size_t> find_rows(std::span<const SampleRow> rows,
                                              std::int64_t header_row) {
    const auto none = rows.size();
    const auto top = rows.first(std::min(rows.size(), header_rows_searched));
    const auto hxl = static_cast<std::size_t>(std::ranges::find_if(top, is_hxl) - top.begin());
    const auto hxl_row = hxl < top.size() ? hxl : none;
    if (header_row > 0) {
        const auto given = std::ranges::find(rows, header_row, &SampleRow::number);
        return {static_cast<std::size_t>(given - rows.begin()), hxl_row};
    }
    const auto width = usual_width(rows);
    if (hxl_row != none) {
        const bool headed = hxl_row > 0 && filled_cells(rows[hxl_row - 1]) * 2 >= width;
        return {headed ? hxl_row - 1 : none, hxl_row};
    }
    const auto header = std::ranges::find_if(
        top, [&](const SampleRow& row) { return looks_like_header(row, width); });
    return {header == top.end() ? none : static_cast<std::size_t>(header - top.begin()), none};
}

}  // namespace

std::vector<SampleRow> read_samples(formats::TableReader& table, std::size_t rows) {
    std::vector<SampleRow> samples;
    std::vector<formats::Cell> cells;
    while (samples.size() < rows && table.next(cells)) {
        auto& sample = samples.emplace_back();
        sample.number = table.row_number();
        for (const auto& cell : cells) {
            sample.texts.emplace_back(cell.text);
            sample.kinds.push_back(cell.kind);
        }
    }
    return samples;
}

ColumnLayout find_layout(std::span<const SampleRow> rows, std::int64_t header_row) {
    ColumnLayout layout;
    const auto [header, hxl] = find_rows(rows, header_row);
    std::size_t first_data = 0;
    std::size_t width = 0;
    if (header < rows.size()) {
        layout.header_row = rows[header].number;
        for (const auto& text : rows[header].texts)
            layout.headers.emplace_back(trimmed(text));
        first_data = header + 1;
    }
    if (hxl < rows.size()) {
        layout.hxl_row = rows[hxl].number;
        for (const auto& text : rows[hxl].texts)
            layout.tags.push_back(formats::parse_hxl_tag(text));
        if (header >= rows.size()) first_data = hxl + 1;
    }
    if (!rows.empty())
        layout.first_data_row =
            first_data < rows.size() ? rows[first_data].number : rows.back().number + 1;
    for (std::size_t i = std::min(header, hxl); i < rows.size(); ++i)
        width = std::max(width, rows[i].texts.size());
    if (header >= rows.size() && hxl >= rows.size())
        for (const auto& row : rows)
            width = std::max(width, row.texts.size());
    layout.headers.resize(std::max(width, layout.headers.size()));
    layout.tags.resize(layout.headers.size());
    return layout;
}

std::optional<std::size_t> find_column(const ColumnLayout& layout, std::string_view header,
                                       std::int64_t number) {
    if (number > 0) {
        const auto index = static_cast<std::size_t>(number) - 1;
        return index < layout.headers.size() ? std::optional{index} : std::nullopt;
    }
    if (header.starts_with('#'))
        if (const auto tag = formats::parse_hxl_tag(header)) {
            const auto found = std::ranges::find(layout.tags, tag);
            if (found != layout.tags.end())
                return static_cast<std::size_t>(found - layout.tags.begin());
        }
    const auto wanted = folded(header);
    for (std::size_t i = 0; i < layout.headers.size(); ++i)
        if (layout.headers[i] == trimmed(header)) return i;
    for (std::size_t i = 0; i < layout.headers.size(); ++i)
        if (!wanted.empty() && folded(layout.headers[i]) == wanted) return i;
    return std::nullopt;
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_layout.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "desks/movements/header_block.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t header_rows_searched = 25;
// Where the mapping says in which row it is: as many may tell of what the table is.
constexpr std::int64_t rows_above_header = 25;
// Rows may be very long.
constexpr std::size_t sample_bytes = std::size_t{16} << 20;

bool is_hxl(const SampleRow& row) {
    return formats::is_hxl_row(cells_of(row));
}

// Where the rows of headers and of hashtags stand among the rows; none where they are missing.
struct TopRows {
    std::optional<HeaderBlock> header;
    std::optional<std::size_t> hxl;
};

TopRows find_rows(std::span<const SampleRow> rows, std::int64_t header_row) {
    TopRows found;
    // What stands above a header that was given may be another table.
    const auto first =
        std::ranges::find_if(rows, [&](const SampleRow& row) { return row.number >= header_row; });
    const auto from = static_cast<std::size_t>(first - rows.begin());
    const auto top = rows.first(std::min(rows.size(), from + header_rows_searched));
    if (const auto hxl = std::ranges::find_if(top.subspan(from), is_hxl); hxl != top.end())
        found.hxl = static_cast<std::size_t>(hxl - top.begin());
    if (header_row > 0) {
        const auto given = std::ranges::find(rows, header_row, &SampleRow::number);
        const auto at = static_cast<std::size_t>(given - rows.begin());
        if (given != rows.end()) found.header = HeaderBlock{at, at};
        return found;
    }
    if (!found.hxl) {
        if (const auto at = find_header(rows, top.size()); at < rows.size())
            found.header = header_block(rows, at, false);
        return found;
    }
    // Blank rows may stand between the header and its hashtags.
    auto at = *found.hxl;
    while (at > 0 && filled_cells(rows[at - 1]) == 0)
        --at;
    if (at > 0 && filled_cells(rows[at - 1]) * 2 >= usual_width(rows))
        found.header = header_block(rows, at - 1, true);
    return found;
}

std::vector<std::string> trimmed_texts(const SampleRow& row) {
    std::vector<std::string> texts;
    for (const auto& text : row.texts)
        texts.emplace_back(trimmed(text));
    return texts;
}

std::optional<std::size_t> column_of_sheets(std::span<const SampleRow> rows) {
    for (const auto& row : rows) {
        const auto found = std::ranges::find(row.kinds, formats::CellKind::sheet);
        if (found != row.kinds.end()) return static_cast<std::size_t>(found - row.kinds.begin());
    }
    return std::nullopt;
}

// Of "Adults / Men" the last row's word is enough where no other column has it.
std::optional<std::size_t> only_bottom_header(const ColumnLayout& layout, std::string_view wanted) {
    std::optional<std::size_t> found;
    if (layout.header_texts.size() < 2) return found;
    const auto& bottom = layout.header_texts.back();
    for (std::size_t i = 0; i < bottom.size(); ++i) {
        if (folded(bottom[i]) != wanted) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

}  // namespace

std::vector<formats::Cell> cells_of(const SampleRow& row) {
    std::vector<formats::Cell> cells;
    for (std::size_t i = 0; i < row.texts.size(); ++i)
        cells.push_back({row.texts[i], row.kinds[i]});
    return cells;
}

std::vector<SampleRow> read_samples(formats::TableReader& table, std::int64_t header_row,
                                    std::size_t rows) {
    std::vector<SampleRow> samples;
    std::vector<formats::Cell> cells;
    std::size_t bytes = 0;
    while (samples.size() < rows && bytes < sample_bytes && table.next(cells)) {
        if (table.row_number() + rows_above_header < header_row) continue;
        auto& sample = samples.emplace_back();
        bytes += cells.size() * (sizeof(std::string) + sizeof(formats::CellKind));
        sample.number = table.row_number();
        for (const auto& cell : cells) {
            sample.texts.emplace_back(cell.text);
            bytes += cell.text.size();
            sample.kinds.push_back(cell.kind);
        }
    }
    return samples;
}

ColumnLayout find_layout(std::span<const SampleRow> rows, std::int64_t header_row) {
    ColumnLayout layout;
    const auto [header, hxl] = find_rows(rows, header_row);
    std::size_t first_data = 0;
    if (header) {
        layout.header_row = rows[header->bottom].number;
        layout.headers = joined_headers(rows, *header);
        for (auto at = header->top; at <= header->bottom; ++at)
            layout.header_texts.push_back(trimmed_texts(rows[at]));
        first_data = header->bottom + 1;
    }
    if (hxl) {
        layout.hxl_row = rows[*hxl].number;
        for (const auto& text : rows[*hxl].texts)
            layout.tags.push_back(formats::parse_hxl_tag(text));
        if (!header) first_data = *hxl + 1;
    }
    if (!rows.empty())
        layout.first_data_row =
            first_data < rows.size() ? rows[first_data].number : rows.back().number + 1;
    std::size_t width = layout.headers.size();
    const auto top = header ? header->top : hxl.value_or(0);
    for (const auto& row : rows.subspan(std::min(top, rows.size())))
        width = std::max(width, row.texts.size());
    layout.headers.resize(width);
    layout.tags.resize(width);
    layout.sheet_column = column_of_sheets(rows);
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
    const auto written = trimmed(header);
    for (std::size_t i = 0; i < layout.headers.size(); ++i)
        if (layout.headers[i] == written) return i;
    const auto wanted = folded(header);
    if (wanted.empty()) return std::nullopt;
    for (std::size_t i = 0; i < layout.headers.size(); ++i)
        if (folded(layout.headers[i]) == wanted) return i;
    return only_bottom_header(layout, wanted);
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/surplus_cells.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t digits_of_group = 3;

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

std::size_t first_surplus(const ColumnLayout& layout, const Mapping& mapping) {
    const auto width = layout.headers.size();
    if (layout.header_row == 0 && layout.hxl_row == 0) return width;
    std::size_t behind = layout.sheet_column ? *layout.sheet_column + 1 : 0;
    for (std::size_t i = 0; i < width; ++i)
        if (!layout.headers[i].empty() || layout.tags[i]) behind = std::max(behind, i + 1);
    for (const auto& column : mapping.columns) {
        const auto index = find_column(layout, column.column, column.number);
        if (index && column.field != Field::skip) behind = std::max(behind, *index + 1);
    }
    return behind;
}

std::optional<std::string> figure_cut_in_two(std::span<const formats::Cell> cells,
                                             std::size_t count) {
    if (count + 1 >= cells.size()) return std::nullopt;
    const auto head = trimmed(cells[count].text), rest = trimmed(cells[count + 1].text);
    const bool is_text = cells[count].kind == formats::CellKind::text &&
                         cells[count + 1].kind == formats::CellKind::text;
    const bool is_cut = is_digits(head) && head.size() <= digits_of_group && head.front() != '0' &&
                        is_digits(rest) && rest.size() == digits_of_group;
    const bool is_last = std::ranges::all_of(
        cells.subspan(count + 2), [](const auto& cell) { return trimmed(cell.text).empty(); });
    if (!is_text || !is_cut || !is_last) return std::nullopt;
    return std::string{head} + ',' + std::string{rest};
}

}  // namespace tenpoint::movements

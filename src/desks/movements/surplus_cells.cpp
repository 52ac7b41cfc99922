// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/surplus_cells.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

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
    const auto head = trimmed(cells[count].text);
    if (cells[count].kind != formats::CellKind::text || !is_digits(head) ||
        head.size() > digits_of_group || head.front() == '0')
        return std::nullopt;
    std::string whole{head};
    bool is_cut = false, has_ended = false;
    for (const auto& cell : cells.subspan(count + 1)) {
        const auto group = trimmed(cell.text);
        if (group.empty()) {
            has_ended = true;
            continue;
        }
        if (has_ended || cell.kind != formats::CellKind::text || !is_digits(group) ||
            group.size() != digits_of_group)
            return std::nullopt;
        whole.append(",").append(group);
        is_cut = true;
    }
    return is_cut ? std::optional(std::move(whole)) : std::nullopt;
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "base/text.hpp"
#include "desks/movements/column_layout.hpp"

namespace tenpoint::movements {

// Calls `take` with each text of one column below the header, as it stands there.
template <class Take>
void for_each_cell(std::span<const SampleRow> rows, const ColumnLayout& layout, std::size_t column,
                   Take take) {
    for (const auto& row : rows)
        if (layout.holds_data(row.number) && column < row.texts.size())
            take(std::string_view{row.texts[column]});
}

// The same of those that are not blank, trimmed.
template <class Take>
void for_each_filled_cell(std::span<const SampleRow> rows, const ColumnLayout& layout,
                          std::size_t column, Take take) {
    for_each_cell(rows, layout, column, [&](std::string_view cell) {
        if (const auto text = trimmed(cell); !text.empty()) take(text);
    });
}

}  // namespace tenpoint::movements

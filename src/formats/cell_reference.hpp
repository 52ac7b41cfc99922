// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/table.hpp"

namespace tenpoint::formats {

struct CellReference {
    std::int64_t row;    // from 1; 0 where the reference has none
    std::size_t column;  // from 1; beyond the last column where it is too large
};

// "AB12": nothing where it names no column.
inline std::optional<CellReference> cell_of(std::string_view reference) {
    CellReference cell{0, 0};
    std::size_t letters = 0;
    for (; letters < reference.size(); ++letters) {
        const char c = reference[letters];
        if (c < 'A' || c > 'Z') break;
        if (cell.column <= TableLimits::columns)
            cell.column = cell.column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    if (cell.column == 0) return std::nullopt;
    std::from_chars(reference.data() + letters, reference.data() + reference.size(), cell.row);
    return cell;
}

}  // namespace tenpoint::formats

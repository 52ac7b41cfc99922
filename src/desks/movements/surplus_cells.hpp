// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"
#include "formats/table.hpp"

// Cells behind the last header of a table, which nothing says the meaning of.
namespace tenpoint::movements {

// The first column from which on there are such cells: behind the last one that has a header or a
// hashtag, or that `mapping` reads. The width of a table without headers.
std::size_t first_surplus(const ColumnLayout& layout, const Mapping& mapping = {});

// "1,234" where a row ends with the figure 1 and the only surplus cell 234: its comma parted the
// cells of the file. `count` is the column of the figure.
std::optional<std::string> figure_cut_in_two(std::span<const formats::Cell> cells,
                                             std::size_t count);

}  // namespace tenpoint::movements

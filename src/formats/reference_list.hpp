// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"
#include "embedded/reference.hpp"
#include "formats/csv.hpp"

namespace tenpoint::formats {

// Calls `row(cell)` for each row of a list of reference/ below its header; `cell(column)` gives the
// text of one, from 0.
template <class Row>
void for_each_reference(std::string_view file, Row row) {
    const auto bytes = find_embedded(embedded::reference(), file);
    if (!bytes) throw std::logic_error("not compiled in: " + std::string{file});
    const auto reader = read_csv(*bytes);
    std::vector<Cell> cells;
    reader->next(cells);
    while (reader->next(cells))
        row([&cells](std::size_t column) { return std::string{cells.at(column).text}; });
}

}  // namespace tenpoint::formats

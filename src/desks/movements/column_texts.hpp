// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "formats/table.hpp"

namespace tenpoint::movements {

// One of the different texts of a column.
struct ColumnText {
    std::string text;
    std::int64_t rows = 0;
};

struct ColumnTexts {
    std::vector<ColumnText> texts;  // the most frequent first
    bool is_all = false;            // there are no others
};

// The different texts in the column of this number from 1, below the header, of a table that is
// read from its start; at most `most` of them. Of a column with very many different texts, those
// that come up late are not counted. Those of a column about persons are masked.
ColumnTexts texts_of_column(formats::TableReader& table, std::int64_t header_row,
                            std::size_t column, std::size_t most = 200);

}  // namespace tenpoint::movements

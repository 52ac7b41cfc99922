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
    bool is_all = false;            // all are there, of all rows
};

struct ColumnTextLimits {
    std::size_t texts = 200;
    std::int64_t rows = 200'000;  // of the file; those behind them may have other texts
};

// The different texts in the column of this number from 1, below the header, of a table that is
// read from its start. Of a column with very many different texts, those that come up late are not
// counted. Of a column about persons the texts are masked as its samples are
// (recognition_personal.hpp); `mapped` says that an officer, who may know better than its header,
// has given it a meaning.
ColumnTexts texts_of_column(formats::TableReader& table, std::int64_t header_row,
                            std::size_t column, bool mapped = false,
                            const ColumnTextLimits& limits = {});

}  // namespace tenpoint::movements

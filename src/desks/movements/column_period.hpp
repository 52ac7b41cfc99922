// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/period.hpp"
#include "formats/date_words.hpp"

namespace tenpoint::movements {

// When the figures of a count column were counted, in a table with a column for each month: a
// period of their own ("2024-01"), or a month or quarter ("01", "Q1") of the year that the row, the
// mapping or the table's title has.
struct ColumnPeriod {
    std::optional<Period> whole;
    formats::YearPart part;  // where there is no whole one

    // In the year of `row`, a Period's code.
    std::int32_t code_in(std::int32_t row) const;
};

std::optional<ColumnPeriod> column_period_from_text(std::string_view text);

// "01", "Q1"
std::string word_of(const formats::YearPart& part);

}  // namespace tenpoint::movements

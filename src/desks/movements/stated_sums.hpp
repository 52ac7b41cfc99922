// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/reading_plan.hpp"

// Rows of a table that sum others up: "Total Africa" among countries, "Total" among municipalities.
namespace tenpoint::movements {

// A cell of a sample, trimmed, and the figure in one; 0 where there is none.
std::string_view text_of_sample(const SampleRow& row, std::size_t column);
std::int64_t figure_of_sample(const SampleRow& row, const PlannedColumn& count);

// What such rows have in the column.
enum class SumLabel {
    total,  // a word for the total, alone or beside what it is of
    subtotal,
    region,  // a part of the world, above or below its countries
};

bool is_sum_label(SumLabel label, std::string_view text);

// Whether half or more of the rows so labelled in `column` give what rows right above or below them
// add up to, and there is one at least. Rows of totals, as many as `rows`, are no parts of a sum.
bool states_sums(std::span<const SampleRow> rows, const ReadingPlan& plan, std::size_t column,
                 SumLabel label, const std::vector<bool>& are_totals);

// Which rows have a word for the total in one of the columns that say whose figures they are.
std::vector<bool> rows_of_totals(std::span<const SampleRow> rows, const ReadingPlan& plan);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_totals.hpp"

#include <algorithm>
#include <vector>

#include "desks/movements/figures_below.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_words.hpp"

namespace tenpoint::movements {
namespace {

// Whether the parts are within the total in most rows, and all of it in one at least.
bool holds_parts(std::size_t total, const ColumnPositions& parts, std::span<const SampleRow> rows) {
    std::size_t looked_at = 0, within = 0;
    bool any = false;
    for (const auto& row : rows) {
        const auto whole = sum_below(row, {&total, 1}), sum = sum_below(row, parts);
        if (sum == 0) continue;
        ++looked_at;
        within += sum <= whole ? 1 : 0;
        any = any || sum == whole;
    }
    return any && within * 5 >= looked_at * 4;
}

bool counts_by_header(const RecognisedColumn& column) {
    return column.field == Field::count && column.by == RecognisedBy::header;
}

// "Displaced to date" is no running total, but who is there.
bool is_running_total(const RecognisedColumn& column) {
    return counts_by_header(column) && names_running_total(column.header) &&
           !(column.set.indicator && is_stock(*column.set.indicator));
}

// What was counted before would be counted again, where the figures of each period stand beside.
void leave_out_running_totals(std::vector<RecognisedColumn>& columns) {
    const auto may_add_up = [](const RecognisedColumn& total, const RecognisedColumn& part) {
        const auto &of_total = total.set.indicator, &of_part = part.set.indicator;
        return counts_by_header(part) && !names_running_total(part.header) &&
               (!of_total || !of_part || of_total == of_part);
    };
    for (auto& total : columns)
        if (is_running_total(total) &&
            std::ranges::any_of(columns, [&](const auto& part) { return may_add_up(total, part); }))
            total.field = Field::skip;
}

}  // namespace

void settle_totals(Recognition& found, std::span<const SampleRow> rows) {
    if (found.mapping.cumulative == Cumulation::none) leave_out_running_totals(found.columns);
    if (found.columns.size() > most_columns_compared) return;
    const auto first = std::ranges::find_if(
        rows, [&](const auto& row) { return row.number >= found.layout.first_data_row; });
    const auto below = rows.subspan(static_cast<std::size_t>(first - rows.begin()));
    auto& columns = found.columns;
    for (std::size_t total = 0; total < columns.size(); ++total) {
        if (!counts_by_header(columns[total]) || !is_total_label(columns[total].header)) continue;
        ColumnPositions parts;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (i != total && counts_by_header(columns[i]) && columns[i].set == columns[total].set)
                parts.push_back(i);
        if (parts.size() < 2 || !holds_parts(total, parts, below)) continue;
        for (const auto part : parts)
            columns[part].field = Field::skip;
    }
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_totals.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "desks/movements/reading_categories.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

// Of a table with a column for each month or nationality the columns differ in what they say.
constexpr std::size_t most_columns = 300;

using Columns = std::vector<RecognisedColumn*>;

std::int64_t figure_below(const SampleRow& row, const RecognisedColumn& column) {
    const auto index = column.number - 1;
    const auto read = formats::parse_count(index < row.texts.size() ? row.texts[index] : "");
    return read ? *read : 0;
}

// Whether the parts are within the total in most rows, and something of it in one at least.
bool holds_parts(const RecognisedColumn& total, const Columns& parts,
                 std::span<const SampleRow> rows) {
    std::size_t looked_at = 0, within = 0;
    bool any = false;
    for (const auto& row : rows) {
        const auto whole = figure_below(row, total);
        std::int64_t sum = 0;
        for (const auto* part : parts)
            sum += figure_below(row, *part);
        if (sum == 0) continue;
        ++looked_at;
        within += sum <= whole ? 1 : 0;
        any = any || sum == whole;
    }
    return any && within * 5 >= looked_at * 4;
}

}  // namespace

void settle_totals(Recognition& found, std::span<const SampleRow> rows) {
    if (found.columns.size() > most_columns) return;
    const auto first = std::ranges::find_if(
        rows, [&](const auto& row) { return row.number >= found.layout.first_data_row; });
    const auto below = rows.subspan(static_cast<std::size_t>(first - rows.begin()));
    for (auto& total : found.columns) {
        if (total.field != Field::count || total.by != RecognisedBy::header ||
            !is_total_label(total.header))
            continue;
        Columns parts;
        for (auto& column : found.columns)
            if (&column != &total && column.field == Field::count &&
                column.by == RecognisedBy::header && column.set == total.set)
                parts.push_back(&column);
        if (parts.size() < 2 || !holds_parts(total, parts, below)) continue;
        for (auto* part : parts)
            part->field = Field::skip;
    }
}

}  // namespace tenpoint::movements

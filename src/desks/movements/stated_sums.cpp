// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/stated_sums.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/text.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

// The rows of data, and which of them are parts of a sum.
struct SummedRows {
    std::vector<const SampleRow*> rows;
    std::vector<bool> is_part;

    // Whether the parts from `at` on, upwards or downwards, add up to `total` at some point.
    bool add_up(std::size_t at, int step, const PlannedColumn& count, std::int64_t total) const {
        std::int64_t sum = 0;
        for (at += static_cast<std::size_t>(step); at < rows.size();
             at += static_cast<std::size_t>(step)) {
            if (!is_part[at]) continue;
            sum += figure_of_sample(*rows[at], count);
            if (sum >= total) return sum == total;
        }
        return false;
    }
};

}  // namespace

std::string_view text_of_sample(const SampleRow& row, std::size_t column) {
    return column < row.texts.size() ? trimmed(row.texts[column]) : std::string_view{};
}

std::int64_t figure_of_sample(const SampleRow& row, const PlannedColumn& count) {
    const formats::NumberStyle style(count.meaning.decimal_sign);
    const auto read = formats::parse_count(text_of_sample(row, count.index), style);
    return read ? *read : 0;
}

bool is_sum_label(SumLabel label, std::string_view text) {
    switch (label) {
        case SumLabel::region:
            return names_a_region(text);
        case SumLabel::subtotal:
            return is_subtotal_label(text);
        case SumLabel::total:
            break;
    }
    return is_total_label(text);
}

std::vector<bool> rows_of_totals(std::span<const SampleRow> rows, const ReadingPlan& plan) {
    std::vector<bool> are_totals;
    for (const auto& row : rows)
        are_totals.push_back(std::ranges::any_of(plan.lookups, [&](const PlannedColumn& column) {
            return is_total_label(text_of_sample(row, column.index));
        }));
    return are_totals;
}

bool states_sums(std::span<const SampleRow> rows, const ReadingPlan& plan, std::size_t column,
                 SumLabel label, const std::vector<bool>& are_totals) {
    SummedRows all;
    std::vector<std::size_t> labelled;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (!plan.layout.holds_data(row.number)) continue;
        const bool is_label = is_sum_label(label, text_of_sample(row, column));
        if (is_label) labelled.push_back(all.rows.size());
        all.rows.push_back(&row);
        all.is_part.push_back(!is_label && !are_totals[i]);
    }
    std::size_t stated = 0, sums = 0;
    for (const auto at : labelled) {
        const auto count = std::ranges::find_if(plan.counts, [&](const PlannedColumn& each) {
            return figure_of_sample(*all.rows[at], each) > 0;
        });
        if (count == plan.counts.end()) continue;
        const auto total = figure_of_sample(*all.rows[at], *count);
        ++stated;
        sums += all.add_up(at, 1, *count, total) || all.add_up(at, -1, *count, total) ? 1 : 0;
    }
    return sums > 0 && sums * 2 >= stated;
}

}  // namespace tenpoint::movements

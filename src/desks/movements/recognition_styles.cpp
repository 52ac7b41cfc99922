// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_styles.hpp"

#include <algorithm>
#include <vector>

#include "desks/movements/column_cells.hpp"
#include "desks/movements/reading_plan.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

// One column whose dates or numbers may be read in two ways, as far as rows were seen.
struct OpenStyle {
    std::size_t column;
    formats::DateOrder order;
    formats::NumberStyle style;

    void learn(std::string_view text, Field field) {
        if (field == Field::count)
            style.learn(text);
        else
            order.learn(text);
    }
    bool is_open() const { return order.is_undecided() || style.is_ambiguous(); }
};

bool is_styled(Field field) {
    return field == Field::count || field == Field::period || field == Field::period_from ||
           field == Field::period_to;
}

// The dates and counts of which the first rows do not tell how they are written.
std::vector<OpenStyle> open_styles(const Recognition& found, std::span<const SampleRow> rows) {
    std::vector<OpenStyle> open;
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        const auto& line = found.mapping.columns[i];
        if (!is_styled(line.field) || line.date_order != formats::DayMonthOrder::unknown ||
            line.decimal_sign != formats::DecimalSign::unknown)
            continue;
        OpenStyle style{i, {}, {}};
        for_each_cell(rows, found.layout, i,
                      [&](std::string_view text) { style.learn(text, line.field); });
        if (style.is_open()) open.push_back(style);
    }
    return open;
}

}  // namespace

void settle_styles(formats::TableReader& table, std::span<const SampleRow> rows,
                   Recognition& found) {
    auto open = open_styles(found, rows);
    std::vector<formats::Cell> cells;
    const auto any_open = [&] { return std::ranges::any_of(open, &OpenStyle::is_open); };
    while (any_open() && table.next(cells))
        for (auto& style : open)
            if (style.column < cells.size())
                style.learn(cells[style.column].text, found.mapping.columns[style.column].field);
    for (const auto& style : open) {
        auto& line = found.mapping.columns[style.column];
        line.date_order = style.order.order();
        line.decimal_sign = style.style.decimal_sign();
        if (style.order.is_undecided())
            found.findings.push_back({Severity::warning, "date_order_undecided", 0,
                                      name_of_column(found.layout, style.column), "", "", ""});
    }
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_gaps.hpp"

#include <algorithm>
#include <functional>

#include "desks/movements/column_period.hpp"

namespace tenpoint::movements {
namespace {

bool is_settled(const Recognition& found, Field field,
                const std::function<bool(const Settings&)>& settles) {
    if (settles(found.mapping.set)) return true;
    bool counts = false, each_count = true;
    for (const auto& column : found.mapping.columns) {
        if (column.field == field) return true;
        if (column.field != Field::count &&
            std::ranges::any_of(column.values,
                                [&](const ValueMeaning& value) { return settles(value.set); }))
            return true;
        if (column.field != Field::count) continue;
        counts = true;
        each_count = each_count && settles(column.set);
    }
    return counts && each_count;
}

// Whether there are counts, and each has a period of its own.
bool is_dated_by_counts(const Mapping& mapping) {
    bool counts = false, dated = true;
    for (const auto& column : mapping.columns) {
        if (column.field != Field::count) continue;
        const auto period = column_period_from_text(column.set.period.value_or(""));
        counts = true;
        dated = dated && period && period->whole;
    }
    return counts && dated;
}

}  // namespace

void find_gaps(Recognition& found, bool has_period_of_title) {
    const auto has = [&](Field field) {
        return std::ranges::any_of(found.mapping.columns, [&](const ColumnMeaning& column) {
            return column.field == field;
        });
    };
    const auto miss = [&](const char* code) {
        found.findings.push_back({Severity::error, code, 0, "", "", "", ""});
    };
    if (!has(Field::count)) miss("no_count_column");
    if (!found.mapping.period && !has(Field::period) && !has(Field::year) &&
        !(has(Field::period_from) && has(Field::period_to)) && !has_period_of_title &&
        !is_dated_by_counts(found.mapping))
        miss("no_period");
    if (!is_settled(found, Field::indicator, [](const Settings& set) { return !!set.indicator; }))
        miss("no_indicator");
    if (!is_settled(found, Field::place, [](const Settings& set) { return !!set.place; }))
        miss("no_place");
}

}  // namespace tenpoint::movements

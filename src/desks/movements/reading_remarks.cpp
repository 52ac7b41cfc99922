// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_remarks.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/wide_header.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t longest_title = 200;

bool is_count(const PlannedColumn& column) {
    return column.meaning.field == Field::count;
}

bool is_left(const PlannedColumn& column) {
    return column.meaning.field == Field::skip || column.meaning.field == Field::dimension;
}

bool is_of_age(const PlannedColumn& column) {
    return is_count(column) && column.meaning.set.age;
}

bool is_dated(const PlannedColumn& column) {
    const auto& period = column.meaning.set.period;
    return period && period_from_text(*period);
}

}  // namespace

Findings remarks_on(std::span<const PlannedColumn> columns,
                    const std::optional<TitlePeriod>& title) {
    Findings remarks;
    const auto say = [&](Severity severity, const char* code, const PlannedColumn& column) {
        remarks.push_back({severity, code, 0, column.header, column.header, {}, {}});
    };
    const bool has_ages = std::ranges::any_of(columns, is_of_age);
    std::size_t counts = 0, dated = 0;
    bool by_parts = false;  // the table has months or quarters
    for (const auto& column : columns) {
        counts += is_count(column) ? 1 : 0;
        by_parts = by_parts || column.meaning.field == Field::month ||
                   (is_count(column) && column.meaning.set.period);
        dated += is_count(column) && is_dated(column) ? 1 : 0;
    }
    for (const auto& column : columns) {
        const auto said = read_wide_header(column.header, {});
        if (is_of_age(column) && column.meaning.set.age == AgeGroup::unknown && said &&
            said->age == AgeGroup::unknown)
            say(Severity::warning, "other_age_group", column);
        if (is_left(column) && has_ages && said && said->period && period_from_text(*said->period))
            say(Severity::warning, "age_became_date", column);
        if (column.goes_on) say(Severity::warning, "text_goes_on", column);
        if (column.meaning.field == Field::dimension && column.holds_numbers && counts > 0 &&
            names_people(column.header))
            say(Severity::warning, "people_as_breakdown", column);
        if (column.meaning.field == Field::year && names_fiscal_year(column.header))
            say(Severity::warning, "fiscal_year", column);
        const auto meaning =
            column.meaning.field == Field::skip ? meaning_of_header(column.header) : std::nullopt;
        if (meaning && meaning->field == Field::count && counts > 0 && dated == counts)
            say(Severity::information, "undated_total", column);
        else if (meaning && meaning->field == Field::count && counts > 0 &&
                 names_running_total(column.header))
            say(Severity::information, "running_total_skipped", column);
    }
    if (title)
        remarks.push_back({title->of_file ? Severity::warning : Severity::information,
                           by_parts ? "year_of_title" : "period_of_title",
                           0,
                           {},
                           shortened(title->text, longest_title),
                           to_text(title->period),
                           {}});
    return remarks;
}

}  // namespace tenpoint::movements

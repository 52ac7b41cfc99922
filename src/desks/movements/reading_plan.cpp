// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "desks/movements/column_period.hpp"
#include "desks/movements/column_writing.hpp"
#include "desks/movements/mapping_check.hpp"
#include "desks/movements/reading_remarks.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_single_texts.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/second_table.hpp"
#include "desks/movements/stated_sums.hpp"
#include "desks/movements/sums_beside_parts.hpp"
#include "desks/movements/surplus_cells.hpp"

namespace tenpoint::movements {
namespace {

void put_column(ReadingPlan& plan, PlannedColumn column) {
    switch (column.meaning.field) {
        case Field::period:
            plan.period = std::move(column);
            break;
        case Field::period_from:
            plan.period_from = std::move(column);
            break;
        case Field::period_to:
            plan.period_to = std::move(column);
            break;
        case Field::year:
            plan.year = std::move(column);
            break;
        case Field::month:
            plan.month = std::move(column);
            break;
        case Field::latitude:
            plan.latitude = std::move(column);
            break;
        case Field::longitude:
            plan.longitude = std::move(column);
            break;
        case Field::coordinates:
            plan.coordinates = std::move(column);
            break;
        case Field::count:
            plan.counts.push_back(std::move(column));
            break;
        case Field::skip:
            break;
        case Field::place:
        case Field::indicator:
        case Field::origin:
        case Field::sex:
        case Field::age:
        case Field::profile:
        case Field::dimension:
            plan.lookups.push_back(std::move(column));
            break;
    }
}

// Whether each figure gets this member: from the constants, a column of its own, a value table or
// every count column.
template <class Member>
bool is_settled(const ReadingPlan& plan, const Mapping& mapping, Field field, Member member) {
    if ((mapping.set.*member).has_value()) return true;
    const auto settles = [&](const PlannedColumn& column) {
        return column.meaning.field == field ||
               std::ranges::any_of(column.meaning.values, [&](const ValueMeaning& value) {
                   return (value.set.*member).has_value();
               });
    };
    return std::ranges::any_of(plan.lookups, settles) ||
           (!plan.counts.empty() &&
            std::ranges::all_of(plan.counts, [&](const PlannedColumn& column) {
                return (column.meaning.set.*member).has_value();
            }));
}

// Whether the row says when its figures were counted, or the mapping for all of them.
bool has_row_period(const ReadingPlan& plan, const Mapping& mapping) {
    return mapping.period || plan.period || plan.year || (plan.period_from && plan.period_to);
}

bool is_dated_by_itself(const PlannedColumn& count) {
    const auto period = column_period_from_text(count.meaning.set.period.value_or(""));
    return period && period->whole;
}

bool has_year_part(const PlannedColumn& count) {
    return count.meaning.set.period && !is_dated_by_itself(count);
}

std::vector<FieldProblem> find_gaps(const ReadingPlan& plan, const Mapping& mapping) {
    std::vector<FieldProblem> problems;
    if (plan.counts.empty()) problems.push_back({"/columns", "missing_count_column"});
    const bool dated_by_counts =
        !plan.counts.empty() && std::ranges::all_of(plan.counts, is_dated_by_itself);
    if (!has_row_period(plan, mapping) && !plan.period_of_title && !dated_by_counts)
        problems.push_back({"/period", "missing_period"});
    if (!is_settled(plan, mapping, Field::indicator, &Settings::indicator))
        problems.push_back({"/set/indicator", "missing_indicator"});
    if (!is_settled(plan, mapping, Field::place, &Settings::place))
        problems.push_back({"/set/place", "missing_place"});
    return problems;
}

// An officer may say that a column is about something else than its header seems to, but not what
// its cells plainly are.
void leave_out_if_personal(std::span<const SampleRow> rows, bool listed, PlannedColumn& column,
                           ReadingPlan& plan) {
    const auto sign = personal_sign(rows, plan.layout, column.index);
    auto& field = column.meaning.field;
    if (sign == PersonalSign::none) return;
    const bool is_open = field == Field::dimension || field == Field::skip;
    if (sign == PersonalSign::within && !is_open) return;
    if (sign != PersonalSign::cells && listed && field != Field::skip) {
        plan.personal_kept.push_back(column.header);
        return;
    }
    field = Field::skip;
    plan.personal.push_back(column.header);
}

bool says_for_all(const Settings& set, Field field) {
    switch (field) {
        case Field::place:
            return set.place.has_value();
        case Field::origin:
            return set.origin.has_value();
        case Field::indicator:
            return set.indicator.has_value();
        default:
            return false;
    }
}

bool are_single_cases(std::span<const SampleRow> rows, const ColumnLayout& layout,
                      std::size_t column) {
    return holds_single_texts(rows, layout, column) && is_filled_throughout(rows, layout, column);
}

// Where nobody says that such a column is a breakdown, it is none.
void leave_out_if_single_texts(std::span<const SampleRow> rows, bool listed, bool others_are_left,
                               PlannedColumn& column, ReadingPlan& plan) {
    auto& field = column.meaning.field;
    const bool may_be = listed ? field == Field::skip : !others_are_left;
    const auto named = meaning_of_header(column.header);
    if (!may_be || (field != Field::dimension && field != Field::skip) ||
        column.index >= plan.first_surplus || (named && named->field == Field::count) ||
        !holds_single_texts(rows, plan.layout, column.index))
        return;
    field = Field::skip;
    plan.single_texts.push_back(column.header);
    plan.each_row_differs =
        plan.each_row_differs || is_filled_throughout(rows, plan.layout, column.index);
}

// A blank district leaves the row in its province.
void stay_in_wider_places(ReadingPlan& plan) {
    const auto is_place = [](const PlannedColumn& column) {
        return column.meaning.field == Field::place;
    };
    if (std::ranges::count_if(plan.lookups, is_place) < 2) return;
    for (auto& column : plan.lookups)
        if (is_place(column)) column.goes_on = false;
}

// Rows that sum others up, at whichever level, are no rows of their own.
void settle_sums(std::span<const SampleRow> rows, ReadingPlan& plan) {
    const auto are_totals = rows_of_totals(rows, plan);
    for (auto& column : plan.lookups) {
        const auto sums = [&](SumLabel label) {
            return states_sums(rows, plan, column.index, label, are_totals);
        };
        if (column.meaning.field == Field::dimension)
            column.totals_are_sums = sums(SumLabel::total);
        if (column.meaning.field != Field::origin) continue;
        column.regions_are_sums = sums(SumLabel::region);
        column.subtotals_are_sums = sums(SumLabel::subtotal);
    }
    settle_sums_beside_parts(rows, plan);
}

}  // namespace

std::string name_of_column(const ColumnLayout& layout, std::size_t index) {
    if (index >= layout.headers.size()) return fmt::format("column {}", index + 1);
    if (!layout.headers[index].empty()) return layout.headers[index];
    if (layout.tags[index]) return to_text(*layout.tags[index]);
    return fmt::format("column {}", index + 1);
}

Result<void> require_columns(const ColumnLayout& layout, const Mapping& given) {
    std::vector<FieldProblem> absent;
    const auto require = [&](const std::string& pointer, const auto& entries) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& entry = entries[i];
            if (!find_column(layout, entry.column, entry.number))
                absent.push_back(
                    {fmt::format("{}/{}/column", pointer, i),
                     "missing_column",
                     {entry.number > 0 ? fmt::format("#{}", entry.number) : entry.column}});
        }
    };
    require("/columns", given.columns);
    require("/filters", given.filters);
    for (std::size_t i = 0; i < given.filters.size(); ++i)
        require(fmt::format("/filters/{}/unless", i), given.filters[i].unless);
    if (absent.empty()) return {};
    return Problem{ProblemCode::unknown_field_in_mapping, "mapping", std::move(absent)};
}

std::vector<PlannedFilter> plan_filters(std::span<const SampleRow> rows, const ColumnLayout& layout,
                                        const Mapping& mapping) {
    std::vector<PlannedFilter> planned;
    for (const auto& filter : mapping.filters) {
        const auto index = *find_column(layout, filter.column, filter.number);
        auto& last = planned.emplace_back();
        last = {index, name_of_column(layout, index), filter,
                personal_sign(rows, layout, index) != PersonalSign::none};
        for (const auto& exception : filter.unless)
            last.unless.push_back(*find_column(layout, exception.column, exception.number));
    }
    return planned;
}

Result<ReadingPlan> plan_reading(std::span<const SampleRow> all_rows, const Mapping& mapping,
                                 const PlaceLookup& places, const TableNames& names) {
    ReadingPlan plan;
    plan.layout = find_wide_layout(all_rows, mapping.header_row);
    const auto rows = rows_of_first_table(all_rows, plan.layout);
    TENPOINT_CHECK(require_columns(plan.layout, mapping));
    TENPOINT_CHECK(refuse_repeated(mapping));
    std::vector<std::optional<ColumnMeaning>> meanings(plan.layout.headers.size());
    for (const auto& meaning : mapping.columns)
        meanings[*find_column(plan.layout, meaning.column, meaning.number)] = meaning;
    plan.first_surplus = first_surplus(plan.layout, mapping);
    plan.filters = plan_filters(rows, plan.layout, mapping);
    std::vector<PlannedColumn> columns;
    std::size_t dimensions = 0;
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        PlannedColumn column{
            i, name_of_column(plan.layout, i), {}, country_cells(rows, plan.layout, i)};
        if (meanings[i])
            column.meaning = *meanings[i];
        else if (mapping.skip_other_columns || i >= plan.first_surplus ||
                 is_blank_column(rows, plan.layout, i))
            column.meaning.field = Field::skip;
        const auto personal = plan.personal.size();
        leave_out_if_personal(rows, meanings[i].has_value(), column, plan);
        if (plan.personal.size() > personal)
            plan.each_row_differs = plan.each_row_differs || are_single_cases(rows, plan.layout, i);
        else if (mapping.repeated == Repetition::add)  // else the keys tell what is repeated
            leave_out_if_single_texts(rows, meanings[i].has_value(), mapping.skip_other_columns,
                                      column, plan);
        if (column.meaning.field == Field::dimension && ++dimensions > most_dimensions) {
            column.meaning.field = Field::skip;
            ++plan.dimensions_left_out;
        }
        column.has_constant = says_for_all(mapping.set, column.meaning.field);
        settle_writing(rows, plan.layout, column);
        columns.push_back(column);
        put_column(plan, std::move(column));
    }
    stay_in_wider_places(plan);
    settle_sums(rows, plan);
    std::optional<TitlePeriod> title;
    if (!has_row_period(plan, mapping)) {
        if (plan.month || std::ranges::any_of(plan.counts, has_year_part))
            title = year_of_title(rows, plan.layout, names);
        else if (std::ranges::none_of(plan.counts, is_dated_by_itself))
            title = period_of_title(rows, plan.layout, names);
    }
    if (title) plan.period_of_title = title->period;
    if (title && title->of_row && !has_dates(mapping)) plan.title_above = title;
    plan.remarks = remarks_on(columns, title);
    auto problems = find_gaps(plan, mapping);
    check_all_settings(mapping, places, problems);
    if (!problems.empty())
        return Problem{ProblemCode::incomplete_mapping, "mapping", std::move(problems)};
    return plan;
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_plan.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/movements/column_period.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/reading_remarks.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_single_texts.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/second_table.hpp"
#include "desks/movements/short_years.hpp"
#include "desks/movements/stated_sums.hpp"
#include "desks/movements/sums_beside_parts.hpp"
#include "desks/movements/surplus_cells.hpp"
#include "formats/countries.hpp"
#include "formats/date_words.hpp"

namespace tenpoint::movements {
namespace {

// Calls `take` with the texts of one column below the header.
template <class Take>
void for_each_sample(std::span<const SampleRow> rows, const ColumnLayout& layout,
                     std::size_t column, Take take) {
    for (const auto& row : rows)
        if (row.number >= layout.first_data_row && row.number != layout.hxl_row &&
            column < row.texts.size())
            take(row.texts[column]);
}

bool is_blank_column(std::span<const SampleRow> rows, const ColumnLayout& layout,
                     std::size_t column) {
    bool blank = layout.headers[column].empty() && !layout.tags[column];
    for_each_sample(rows, layout, column,
                    [&](std::string_view text) { blank = blank && trimmed(text).empty(); });
    return blank;
}

// A blank nationality may be one that is not known, where there are no groups of rows.
bool may_go_on(Field field) {
    return field == Field::period || field == Field::year || field == Field::month ||
           field == Field::origin || field == Field::place;
}

// Whether a text stands once above the rows that it is of: a blank is no less frequent than a text,
// the first row has one, and no text stands twice. What dates rows may be there a single time.
bool goes_on(std::span<const SampleRow> rows, const ColumnLayout& layout, std::size_t column,
             Field field) {
    std::set<std::string_view> texts;
    std::size_t blanks = 0;
    bool plain = true;
    for_each_sample(rows, layout, column, [&](std::string_view cell) {
        const auto text = trimmed(cell);
        blanks += text.empty() && !texts.empty() ? 1 : 0;
        plain = plain && (text.empty() ? !texts.empty() : texts.insert(text).second);
    });
    const bool dates = field != Field::origin && field != Field::place;
    return plain && blanks > 0 && blanks >= texts.size() && (dates || texts.size() >= 2);
}

bool holds_numbers(std::span<const SampleRow> rows, const ColumnLayout& layout,
                   std::size_t column) {
    std::size_t filled = 0, numbers = 0;
    for_each_sample(rows, layout, column, [&](std::string_view text) {
        const auto read = formats::parse_count(text);
        filled += read.kind == formats::NumberKind::blank ? 0 : 1;
        numbers += read ? 1 : 0;
    });
    return numbers > 0 && numbers * 5 >= filled * 4;
}

void settle_style(std::span<const SampleRow> rows, const ColumnLayout& layout,
                  PlannedColumn& column) {
    auto& meaning = column.meaning;
    if (meaning.date_order == formats::DayMonthOrder::unknown) {
        formats::DateOrder order;
        for_each_sample(rows, layout, column.index,
                        [&](std::string_view text) { order.learn(text); });
        meaning.date_order = order.order();
    }
    if (meaning.decimal_sign == formats::DecimalSign::unknown) {
        formats::NumberStyle style;
        for_each_sample(rows, layout, column.index,
                        [&](std::string_view text) { style.learn(text); });
        meaning.decimal_sign = style.decimal_sign();
    }
}

// Where more than two are numbered "S03 2024" is no half-year.
bool holds_weeks_of_s(std::span<const SampleRow> rows, const ColumnLayout& layout,
                      const PlannedColumn& column) {
    const auto field = column.meaning.field;
    if (field != Field::period && field != Field::month) return false;
    bool found = false;
    for_each_sample(rows, layout, column.index, [&](std::string_view text) {
        const auto week = formats::number_behind_s(
            field == Field::period ? std::string{text} : std::string{text} + " 2004");
        found = found || (week && week->number > 2);
    });
    return found;
}

bool holds_short_years(std::span<const SampleRow> rows, const ColumnLayout& layout,
                       const PlannedColumn& column) {
    const auto field = column.meaning.field;
    if (field != Field::period && field != Field::month) return false;
    ShortYears short_years;
    for_each_sample(rows, layout, column.index, [&](std::string_view cell) {
        const auto text = trimmed(cell);
        if (!text.empty()) short_years.learn(text);
    });
    const auto named = meaning_of_header(column.header);
    return short_years.holds_them(named && named->field == Field::month);
}

// "H" and "M" are Hombres and Mujeres, unless the mapping says otherwise.
void settle_sex_letters(std::span<const SampleRow> rows, const ColumnLayout& layout,
                        PlannedColumn& column) {
    if (column.meaning.field != Field::sex) return;
    SexLetters letters;
    for_each_sample(rows, layout, column.index,
                    [&](std::string_view text) { letters.learn(trimmed(text)); });
    auto& values = column.meaning.values;
    const bool is_said = std::ranges::any_of(
        values, [](const ValueMeaning& value) { return folded(value.text) == "m"; });
    if (letters.m_is_female() && !is_said)
        values.push_back({"m", {}, {}, Settings{.sex = Sex::female}});
}

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

// The constants of a mapping must be known: a misspelt place would swallow a whole file.
void check_settings(const Settings& set, const PlaceLookup& places, const std::string& pointer,
                    std::vector<FieldProblem>& problems) {
    if (set.place && places.find(*set.place).empty())
        problems.push_back({pointer + "/place", "unknown_reference"});
    if (set.origin && !formats::find_country(*set.origin))
        problems.push_back({pointer + "/origin", "not_a_country", {*set.origin}});
    if (set.period && !column_period_from_text(*set.period))
        problems.push_back({pointer + "/period", "not_a_period"});
}

void check_all_settings(const Mapping& mapping, const PlaceLookup& places,
                        std::vector<FieldProblem>& problems) {
    check_settings(mapping.set, places, "/set", problems);
    for (std::size_t c = 0; c < mapping.columns.size(); ++c) {
        const auto& column = mapping.columns[c];
        const auto pointer = fmt::format("/columns/{}", c);
        check_settings(column.set, places, pointer + "/set", problems);
        for (std::size_t v = 0; v < column.values.size(); ++v)
            check_settings(column.values[v].set, places,
                           fmt::format("{}/values/{}/set", pointer, v), problems);
    }
}

// What a row has once.
bool is_once(Field field) {
    switch (field) {
        case Field::period:
        case Field::period_from:
        case Field::period_to:
        case Field::year:
        case Field::month:
        case Field::latitude:
        case Field::longitude:
        case Field::coordinates:
            return true;
        default:
            return false;
    }
}

// Of two columns for the same date or coordinate one would be dropped without a word.
Result<void> refuse_repeated(const Mapping& mapping) {
    std::set<Field> met;
    std::vector<FieldProblem> problems;
    for (std::size_t c = 0; c < mapping.columns.size(); ++c)
        if (is_once(mapping.columns[c].field) && !met.insert(mapping.columns[c].field).second)
            problems.push_back({fmt::format("/columns/{}/field", c), "repeated"});
    if (problems.empty()) return {};
    return Problem{ProblemCode::invalid_fields, "mapping", std::move(problems)};
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

// A note on some rows makes no single cases of all.
bool is_filled_throughout(std::span<const SampleRow> rows, const ColumnLayout& layout,
                          std::size_t column) {
    std::size_t all = 0, filled = 0;
    for (const auto& row : rows) {
        if (row.number < layout.first_data_row || row.number == layout.hxl_row) continue;
        ++all;
        filled += column < row.texts.size() && !trimmed(row.texts[column]).empty() ? 1 : 0;
    }
    return filled * 10 >= all * 9;
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
        column.goes_on =
            may_go_on(column.meaning.field) && goes_on(rows, plan.layout, i, column.meaning.field);
        column.holds_numbers = holds_numbers(rows, plan.layout, i);
        column.holds_weeks_of_s = holds_weeks_of_s(rows, plan.layout, column);
        column.holds_short_years = holds_short_years(rows, plan.layout, column);
        settle_style(rows, plan.layout, column);
        settle_sex_letters(rows, plan.layout, column);
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

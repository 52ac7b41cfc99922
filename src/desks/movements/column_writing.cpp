// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_writing.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "desks/movements/column_cells.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/short_years.hpp"
#include "formats/date_words.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

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
    for_each_cell(rows, layout, column, [&](std::string_view cell) {
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
    for_each_cell(rows, layout, column, [&](std::string_view text) {
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
        for_each_cell(rows, layout, column.index,
                      [&](std::string_view text) { order.learn(text); });
        meaning.date_order = order.order();
    }
    if (meaning.decimal_sign == formats::DecimalSign::unknown) {
        formats::NumberStyle style;
        for_each_cell(rows, layout, column.index,
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
    for_each_cell(rows, layout, column.index, [&](std::string_view text) {
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
    for_each_filled_cell(rows, layout, column.index,
                         [&](std::string_view text) { short_years.learn(text); });
    const auto named = meaning_of_header(column.header);
    return short_years.holds_them(named && named->field == Field::month);
}

// "H" and "M" are Hombres and Mujeres, unless the mapping says otherwise.
void settle_sex_letters(std::span<const SampleRow> rows, const ColumnLayout& layout,
                        PlannedColumn& column) {
    if (column.meaning.field != Field::sex) return;
    SexLetters letters;
    for_each_cell(rows, layout, column.index,
                  [&](std::string_view text) { letters.learn(trimmed(text)); });
    auto& values = column.meaning.values;
    const bool is_said = std::ranges::any_of(
        values, [](const ValueMeaning& value) { return folded(value.text) == "m"; });
    if (letters.m_is_female() && !is_said)
        values.push_back({"m", {}, {}, Settings{.sex = Sex::female}});
}

}  // namespace

bool is_blank_column(std::span<const SampleRow> rows, const ColumnLayout& layout,
                     std::size_t column) {
    bool blank = layout.headers[column].empty() && !layout.tags[column];
    for_each_filled_cell(rows, layout, column, [&](std::string_view) { blank = false; });
    return blank;
}

bool is_filled_throughout(std::span<const SampleRow> rows, const ColumnLayout& layout,
                          std::size_t column) {
    const auto all = std::ranges::count_if(
        rows, [&](const SampleRow& row) { return layout.holds_data(row.number); });
    std::ptrdiff_t filled = 0;
    for_each_filled_cell(rows, layout, column, [&](std::string_view) { ++filled; });
    return filled * 10 >= all * 9;
}

void settle_writing(std::span<const SampleRow> rows, const ColumnLayout& layout,
                    PlannedColumn& column) {
    const auto field = column.meaning.field;
    column.goes_on = may_go_on(field) && goes_on(rows, layout, column.index, field);
    column.holds_numbers = holds_numbers(rows, layout, column.index);
    column.holds_weeks_of_s = holds_weeks_of_s(rows, layout, column);
    column.holds_short_years = holds_short_years(rows, layout, column);
    settle_style(rows, layout, column);
    settle_sex_letters(rows, layout, column);
}

}  // namespace tenpoint::movements

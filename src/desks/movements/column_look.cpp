// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/column_look.hpp"

#include <set>
#include <string_view>

#include "base/text.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/short_years.hpp"
#include "desks/movements/wide_header.hpp"
#include "formats/countries.hpp"
#include "formats/date_words.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t samples_shown = 5;

bool is_part_of_year(std::string_view text) {
    constexpr std::int64_t most_weeks = 53;
    if (const auto number = formats::parse_count(text))
        return *number >= 1 && *number <= most_weeks;
    if (formats::parse_date(text)) return false;
    if (text == "I" || text == "II" || text == "III" || text == "IV") return true;
    if (formats::year_part_of_words(text)) return true;
    if (text.size() >= 20) return false;
    const auto dated = std::string{text} + " 2004";
    return formats::parse_date(dated) || formats::number_behind_s(dated) ||
           formats::names_half_year(dated);
}

// A single text in a row of several columns is said of the table, below or between its rows; a
// single number is a figure all the same.
bool is_note(const SampleRow& row, const ColumnLayout& layout) {
    if (layout.headers.size() < 3) return false;
    std::size_t filled = 0;
    for (const auto& text : row.texts) {
        if (trimmed(text).empty()) continue;
        if (++filled > 1 || formats::parse_count(text)) return false;
    }
    return true;
}

}  // namespace

std::vector<const SampleRow*> rows_of_data(std::span<const SampleRow> rows,
                                           const ColumnLayout& layout) {
    std::vector<const SampleRow*> data;
    for (const auto& row : rows)
        if (layout.holds_data(row.number) && !is_note(row, layout)) data.push_back(&row);
    return data;
}

ColumnLook look_at(std::span<const SampleRow* const> data, std::size_t column,
                   std::optional<Field> named) {
    ColumnLook look;
    const bool may_be_parts = named == Field::month || named == Field::period;
    std::set<std::string, std::less<>> different;
    ShortYears short_years;
    for (const auto* row : data) {
        if (column >= row->texts.size()) continue;
        const auto text = trimmed(row->texts[column]);
        if (text.empty()) continue;
        ++look.filled;
        const bool whole = static_cast<bool>(formats::parse_count(text));
        look.numbers += whole ? 1 : 0;
        look.years += year_in_header(text.substr(0, 4)) ? 1 : 0;
        look.parts += may_be_parts && is_part_of_year(text) ? 1 : 0;
        if (may_be_parts) short_years.learn(text);
        look.figures +=
            formats::parse_count(text).kind != formats::NumberKind::not_a_number ? 1 : 0;
        look.country_numbers += whole && formats::find_country_by_number(text) ? 1 : 0;
        look.countries += !whole && formats::find_country(text) ? 1 : 0;
        look.dates +=
            row->kinds[column] == formats::CellKind::date ||
                    (!whole && formats::parse_date(
                                   text, formats::DateOrder(formats::DayMonthOrder::day_first)))
                ? 1
                : 0;
        if (const auto category = whole ? std::nullopt : category_from_text(text)) {
            look.categories[Field::sex] += category->sex ? 1 : 0;
            look.categories[Field::age] += category->age ? 1 : 0;
            look.categories[Field::profile] += category->profile ? 1 : 0;
            look.categories[Field::indicator] += category->indicator ? 1 : 0;
        }
        if (look.samples.size() < samples_shown && different.emplace(text).second)
            look.samples.emplace_back(shortened(text, 100));
    }
    if (short_years.holds_them(named == Field::month)) {
        look.dates = look.filled;
        look.parts = 0;
    }
    return look;
}

bool fits(Field field, const ColumnLook& look) {
    if (look.filled == 0) return true;
    switch (field) {
        case Field::count:
            return look.figures * 2 >= look.filled;
        case Field::year:
            return look.mostly(look.numbers) || look.mostly(look.years);
        case Field::month:
            return look.are_parts();
        case Field::origin:
            return !look.mostly(look.numbers) || look.mostly(look.country_numbers);
        default:
            return true;
    }
}

Field category_of(const ColumnLook& look, Field named) {
    const auto cells = [&](Field field) {
        const auto found = look.categories.find(field);
        return found == look.categories.end() ? std::size_t{0} : found->second;
    };
    for (const auto field : {Field::sex, Field::age, Field::profile})
        if (cells(field) > cells(named)) named = field;
    return named;
}

}  // namespace tenpoint::movements

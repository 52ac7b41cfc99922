// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_suggestion.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "desks/movements/recognition_run.hpp"
#include "desks/movements/wide_header.hpp"

namespace tenpoint::movements {
namespace {

bool is_category(Field field) {
    return field == Field::sex || field == Field::age || field == Field::profile;
}

// Weeks and quarters that are only numbered, beside a column of years. Of several the months say
// most; the number of a day is none of these.
SuggestedMeaning part_of_period(std::string_view header) {
    switch (numbered_part(header).unit) {
        case PeriodUnit::week:
            return {Field::month, {}, 88};
        case PeriodUnit::quarter:
            return {Field::month, {}, 85};
        case PeriodUnit::day:
            return {Field::dimension, {}, 60};
        default:
            return {Field::month, {}, 60};
    }
}

// "Sheet1", "Feuil2", "Hoja3": nobody gave the sheet a name.
bool is_unnamed_sheet(std::string_view name) {
    static constexpr std::array words{"sheet", "feuil", "feuille", "hoja", "table", "ورقة"};
    const auto plain = folded(name.substr(0, name.find_last_not_of("0123456789 ") + 1));
    return std::ranges::any_of(words, [&](std::string_view word) { return plain == folded(word); });
}

// Of sheets read as one the names say when, or else where: rather less than a column of dates or
// places would.
SuggestedMeaning meaning_of_sheets(const ColumnLook& look) {
    constexpr int of_time = 45, of_place = 30;
    if (look.mostly(look.years)) return {Field::year, {}, of_time};
    if (look.mostly(look.dates)) return {Field::period, {}, of_time};
    if (look.are_parts()) return {Field::month, {}, of_time};
    if (std::ranges::all_of(look.samples, is_unnamed_sheet)) return {};
    return {Field::place, {}, of_place};
}

constexpr int of_half_years = 45;

// Of HDX's indicators those whose names are known are read; their values are counts where no other
// tag says what is.
bool holds_what_its_tag_says(const ColumnLayout& layout, const formats::HxlTag& tag, Field field,
                             const ColumnLook& look) {
    if (tag.tag != "#indicator") return true;
    if (field == Field::indicator) {
        const auto known = look.categories.find(field);
        return known != look.categories.end() && look.mostly(known->second);
    }
    return field != Field::count ||
           std::ranges::none_of(layout.tags, [](const std::optional<formats::HxlTag>& other) {
               return other && other->tag != "#indicator" &&
                      meaning_of_tag(*other).field == Field::count;
           });
}

}  // namespace

std::optional<SuggestedMeaning> meaning_of_headers(const ColumnLayout& layout, std::size_t column) {
    auto whole = meaning_of_header(layout.headers[column]);
    std::string_view own;
    for (const auto& row : layout.header_texts)
        if (column < row.size() && !row[column].empty()) own = row[column];
    if (own == layout.headers[column]) return whole;
    const auto named = meaning_of_header(own);
    const bool is_count = whole && whole->field == Field::count;
    return !named || (named->field == Field::count && is_count) ? whole : named;
}

SuggestedMeaning suggest(const ColumnLayout& layout, std::size_t column, const ColumnLook& look,
                         std::optional<SuggestedMeaning> named, RecognisedBy& by) {
    if (layout.sheet_column == column) {
        by = RecognisedBy::samples;
        return meaning_of_sheets(look);
    }
    if (layout.tags[column]) {
        by = RecognisedBy::hashtag;
        auto meaning = meaning_of_tag(*layout.tags[column]);
        if (!holds_what_its_tag_says(layout, *layout.tags[column], meaning.field, look))
            meaning = {Field::dimension, {}, 90};
        return meaning;
    }
    // In a table with hashtags, a column without one is left to the partner's own notes, unless its
    // whole header says what rows are about; what is tagged is surer.
    if (layout.hxl_row > 0 && named) {
        constexpr int by_whole_header = 90, beside_tags = 55;
        if (named->field == Field::count || named->confidence < by_whole_header)
            named.reset();
        else
            named->confidence = beside_tags;
    }
    if (named) {
        by = RecognisedBy::header;
        // Bad ones among a few rows are findings, and no reason to read none.
        const bool whole_dates =
            named->field == Field::month ? look.dates * 2 > look.filled : look.mostly(look.dates);
        const bool fiscal = names_fiscal_year(layout.headers[column]);
        if ((named->field == Field::month || named->field == Field::year) && whole_dates && !fiscal)
            named->field = Field::period;
        else if (named->field == Field::period && look.are_parts() && !look.mostly(look.dates))
            *named = part_of_period(layout.headers[column]);
        // Beside what figures can be of, a half-year is a further breakdown.
        const bool is_date = named->field == Field::period || named->field == Field::month;
        if (is_date && numbered_part(layout.headers[column]).half_years)
            named->confidence = std::min(named->confidence, of_half_years);
        if (is_category(named->field)) named->field = category_of(look, named->field);
        if (fits(named->field, look)) return *named;
    }
    by = RecognisedBy::samples;
    if (look.mostly(look.dates)) return {Field::period, {}, 50};
    if (look.mostly(look.countries)) return {Field::origin, {}, 40};
    if (look.mostly(look.numbers) && layout.hxl_row == 0)
        return {Field::count, {}, guess_confidence};
    by = RecognisedBy::nothing;
    return {};
}

}  // namespace tenpoint::movements

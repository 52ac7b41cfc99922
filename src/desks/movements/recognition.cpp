// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/column_look.hpp"
#include "desks/movements/column_period.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/recognition_activities.hpp"
#include "desks/movements/recognition_adults.hpp"
#include "desks/movements/recognition_appeared.hpp"
#include "desks/movements/recognition_constants.hpp"
#include "desks/movements/recognition_indicators.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_places.hpp"
#include "desks/movements/recognition_run.hpp"
#include "desks/movements/recognition_single_texts.hpp"
#include "desks/movements/recognition_styles.hpp"
#include "desks/movements/recognition_totals.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/second_table.hpp"
#include "desks/movements/surplus_cells.hpp"
#include "desks/movements/wide_header.hpp"

namespace tenpoint::movements {
namespace {

constexpr int guess_confidence = 20;  // of counts by the look of their cells alone
constexpr int of_single_texts = 60;

// By its own header; of a count, the headers above it say more: "Adults" over "Men".
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

bool is_for_one_column(Field field) {
    return field != Field::count && field != Field::dimension && field != Field::skip;
}

// "#adm1+name" before "#adm2+name": the narrower is sought in the wider. Codes need none.
bool is_wider_area(const RecognisedColumn& wider, const RecognisedColumn& narrower) {
    const auto is_named_area = [](const RecognisedColumn& column) {
        return column.hashtag.starts_with("#adm") &&
               column.hashtag.find("+code") == std::string::npos;
    };
    return is_named_area(wider) && is_named_area(narrower) && wider.number < narrower.number &&
           wider.hashtag.substr(0, 5) < narrower.hashtag.substr(0, 5);
}

// Of several columns with one meaning the surest keeps it; the others become dimensions. Guessed
// counts and dates stand back where there is something better.
void settle_rivals(std::vector<RecognisedColumn>& columns) {
    std::map<Field, RecognisedColumn*> best;
    for (auto& column : columns) {
        auto& first = best[column.field];
        if (!first || column.confidence > first->confidence) first = &column;
    }
    const auto has = [&](Field field) { return best.contains(field); };
    const bool dated = has(Field::period) || (has(Field::period_from) && has(Field::period_to));
    for (auto& column : columns) {
        const bool wider =
            column.field == Field::place && is_wider_area(column, *best[column.field]);
        const bool rival =
            is_for_one_column(column.field) && best[column.field] != &column && !wider;
        const bool guessed = column.field == Field::count &&
                             column.confidence <= guess_confidence && best[Field::count] != &column;
        const bool second_date =
            dated && (column.field == Field::year || column.field == Field::month);
        if (!rival && !guessed && !second_date) continue;
        if (column.by == RecognisedBy::mapping) continue;
        column.field = Field::dimension;
        column.set = {};
    }
}

// A month without a year and one end of a range say nothing.
void drop_halves(std::vector<RecognisedColumn>& columns, bool has_year_of_title) {
    const auto has = [&](Field field) {
        return std::ranges::any_of(columns,
                                   [&](const auto& column) { return column.field == field; });
    };
    const bool year = has(Field::year) || has_year_of_title, from = has(Field::period_from),
               to = has(Field::period_to);
    const bool period = has(Field::period), month = has(Field::month);
    for (auto& column : columns) {
        if (column.by == RecognisedBy::mapping) continue;
        if (column.field == Field::month && !year) column.field = Field::dimension;
        // It begins in another month than the calendar's.
        if (column.field == Field::year && !month && names_fiscal_year(column.header))
            column.field = Field::dimension;
        if (column.field == Field::period_from && !to)
            column.field = period ? Field::dimension : Field::period;
        if (column.field == Field::period_to && !from)
            column.field = period ? Field::dimension : Field::period;
    }
}

using Meanings = std::vector<std::optional<ColumnMeaning>>;  // as many as columns

// Cells behind the last header are none of the table's further breakdowns.
void leave_out_surplus(Recognition& found, const Meanings& meanings) {
    for (auto i = first_surplus(found.layout); i < found.columns.size(); ++i)
        if (!meanings[i] && found.columns[i].field == Field::dimension)
            found.columns[i].field = Field::skip;
}

bool is_recognised(const RecognisedColumn& column) {
    if (column.report) return *column.report != activities::ReportField::other;
    return column.field != Field::dimension && column.field != Field::skip;
}

// What a mapping says of other columns is no word about these.
void leave_out_personal(Recognition& found, std::span<const SampleRow> rows,
                        const Meanings& meanings) {
    for (auto& column : found.columns) {
        const auto sign = personal_sign(rows, found.layout, column.number - 1);
        if (sign == PersonalSign::none) continue;
        const bool is_named = meanings[column.number - 1].has_value();
        const bool said = is_named && sign != PersonalSign::cells;
        if (said && column.field != Field::skip) continue;  // the officer knows better
        if (sign == PersonalSign::within && is_recognised(column)) continue;
        for (auto& sample : column.samples)
            sample = masked(sample);
        column.personal = true;
        column.field = Field::skip;
        column.report.reset();
        column.set = {};
        if (is_named) continue;
        column.by = sign == PersonalSign::header ? RecognisedBy::header : RecognisedBy::samples;
        column.confidence = 90;
    }
}

// Free texts, and keys of single persons.
void leave_out_single_texts(Recognition& found, std::span<const SampleRow> rows,
                            const Meanings& meanings) {
    // Where rows may repeat others, keys tell which do.
    if (found.mapping.repeated != Repetition::add) return;
    for (auto& column : found.columns) {
        const auto index = column.number - 1;
        if (meanings[index] || column.field != Field::dimension ||
            !holds_single_texts(rows, found.layout, index))
            continue;
        column.field = Field::skip;
        column.by = RecognisedBy::samples;
        column.confidence = of_single_texts;
    }
}

Meanings known_meanings(const ColumnLayout& layout, const Mapping& known) {
    Meanings meanings(layout.headers.size());
    for (const auto& meaning : known.columns)
        if (const auto index = find_column(layout, meaning.column, meaning.number))
            meanings[*index] = meaning;
    return meanings;
}

// The line of the mapping for a column: by its header, else its hashtag, else its number.
ColumnMeaning line_for(const ColumnLayout& layout, const RecognisedColumn& column) {
    ColumnMeaning meaning;
    const auto index = column.number - 1;
    meaning.column = !column.header.empty() ? column.header : column.hashtag;
    if (meaning.column.empty() || find_column(layout, meaning.column, 0) != index) {
        meaning.column.clear();
        meaning.number = static_cast<std::int64_t>(column.number);
    }
    meaning.field = column.field;
    if (column.field == Field::count) meaning.set = column.set;
    return meaning;
}

// A mapping that says where the figures and their dates stand, in columns that are all there, has
// decided about the table as a whole; a shorter one only helps out.
bool decides_all_columns(const ColumnLayout& layout, const Mapping& known) {
    bool counts = false, dates = known.period.has_value(), each_dated = true;
    for (const auto& meaning : known.columns) {
        if (!find_column(layout, meaning.column, meaning.number)) return false;
        dates = dates || meaning.field == Field::period || meaning.field == Field::period_from ||
                meaning.field == Field::year;
        if (meaning.field != Field::count) continue;
        counts = true;
        each_dated = each_dated && meaning.set.period;
    }
    return counts && (dates || each_dated);
}

// A further month of a table with a column for each was not known when its mapping was made.
bool is_of_known_run(const std::optional<Settings>& wide, const Mapping& known) {
    return wide && !known.skip_other_columns &&
           std::ranges::any_of(known.columns, [&](const ColumnMeaning& column) {
               return column.field == Field::count && is_of_one_run(column.set, *wide);
           });
}

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

}  // namespace

bool Recognition::complete() const {
    return std::ranges::none_of(
        findings, [](const Finding& finding) { return finding.severity == Severity::error; });
}

ColumnLayout layout_for(std::span<const SampleRow> rows, const Mapping& known) {
    auto layout = find_wide_layout(rows, known.header_row);
    if (known.header_row == 0 || known.columns.empty()) return layout;
    const auto known_columns = [&](const ColumnLayout& tried) {
        return std::ranges::count_if(known.columns, [&](const ColumnMeaning& column) {
            return find_column(tried, column.column, column.number).has_value();
        });
    };
    auto found = find_wide_layout(rows);
    return known_columns(found) > known_columns(layout) ? found : layout;
}

namespace {

RecognisedColumn recognise_column(std::span<const SampleRow* const> data,
                                  const ColumnLayout& layout, std::size_t index,
                                  const std::optional<ColumnMeaning>& known) {
    RecognisedColumn column;
    column.number = index + 1;
    column.header = layout.headers[index];
    if (layout.tags[index]) column.hashtag = to_text(*layout.tags[index]);
    const auto named = layout.sheet_column == index
                           ? std::optional{SuggestedMeaning{Field::period, {}, 0}}
                           : meaning_of_headers(layout, index);
    auto look = look_at(data, index, named ? std::optional{named->field} : std::nullopt);
    if (known) {
        column.by = RecognisedBy::mapping;
        column.field = known->field;
        column.set = known->set;
        column.confidence = 100;
    } else {
        const auto suggested = suggest(layout, index, look, named, column.by);
        column.field = suggested.field;
        column.set = suggested.set;
        column.confidence = suggested.confidence;
        if (look.filled == 0 && column.header.empty() && column.hashtag.empty())
            column.field = Field::skip;
    }
    column.samples = std::move(look.samples);
    return column;
}

}  // namespace

Recognition recognise(std::span<const SampleRow> all_rows, const Mapping& known,
                      const TableNames& names, const PlaceLookup* places) {
    Recognition found;
    found.layout = layout_for(all_rows, known);
    const auto& layout = found.layout;
    const auto rows = rows_of_first_table(all_rows, layout);
    const auto meanings = known_meanings(layout, known);
    const bool decided = decides_all_columns(layout, known);
    auto wide = wide_counts(rows, layout);
    const auto data = rows_of_data(rows, layout);
    found.mapping = known;
    if (layout.header_row != find_layout(all_rows, known.header_row).header_row)
        found.mapping.header_row = layout.header_row;
    for (std::size_t i = 0; i < layout.headers.size(); ++i) {
        auto column = recognise_column(data, layout, i, meanings[i]);
        if (!meanings[i]) {
            if (column.field == Field::period && known.period) column.field = Field::dimension;
            const bool of_run = is_of_known_run(wide[i], known);
            const bool is_group =
                decided && !known.skip_other_columns && is_plain_group(column, data, known);
            if (decided && column.field != Field::skip && !of_run && !is_group) {
                column.field = known.skip_other_columns ? Field::skip : Field::dimension;
                column.set = {};
                column.by = RecognisedBy::mapping;
            }
        }
        found.columns.push_back(std::move(column));
    }
    const bool activities = holds_activities(layout, known, decided);
    if (activities) {
        take_report_fields(found, meanings);
    } else {
        take_wide_counts(found, wide);
        settle_wide_dates(found, wide);
    }
    leave_out_personal(found, rows, meanings);
    const auto year = year_of_title(rows, layout, names);
    if (!activities) {
        settle_indicators(found);
        settle_totals(found, rows);
        settle_rivals(found.columns);
        settle_constants(found, data, places);
        if (places) suggest_nested_places(found, rows, *places);
        const bool known_year = known.period && known.period->unit() == PeriodUnit::year;
        drop_halves(found.columns, year || known_year);
        leave_out_surplus(found, meanings);
        leave_out_single_texts(found, rows, meanings);
    }
    found.mapping.columns.clear();
    const auto is_absent = [&](const auto& entry) {
        return !find_column(layout, entry.column, entry.number);
    };
    std::erase_if(found.mapping.filters, [&](const RowFilter& filter) {
        return is_absent(filter) || std::ranges::any_of(filter.unless, is_absent);
    });
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        auto line = meanings[i] ? *meanings[i] : line_for(layout, found.columns[i]);
        line.field = found.columns[i].field;
        line.report = found.columns[i].report;
        found.mapping.columns.push_back(std::move(line));
    }
    if (activities) {
        find_activity_gaps(found);
        return found;
    }
    settle_adults(found, data);
    find_gaps(found, needs_year(found.mapping)
                         ? year.has_value()
                         : !has_dates(found.mapping) && period_of_title(rows, layout, names));
    return found;
}

Recognition recognise(formats::TableReader& table, const Mapping& known, const TableNames& names,
                      const PlaceLookup* places) {
    const auto rows = read_samples(table, known.header_row);
    auto found = recognise(rows, known, names, places);
    settle_styles(table, rows, found);
    return found;
}

}  // namespace tenpoint::movements

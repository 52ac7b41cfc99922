// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/column_look.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/recognition_activities.hpp"
#include "desks/movements/recognition_adults.hpp"
#include "desks/movements/recognition_appeared.hpp"
#include "desks/movements/recognition_constants.hpp"
#include "desks/movements/recognition_gaps.hpp"
#include "desks/movements/recognition_indicators.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/recognition_places.hpp"
#include "desks/movements/recognition_rivals.hpp"
#include "desks/movements/recognition_run.hpp"
#include "desks/movements/recognition_single_texts.hpp"
#include "desks/movements/recognition_styles.hpp"
#include "desks/movements/recognition_suggestion.hpp"
#include "desks/movements/recognition_totals.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/second_table.hpp"
#include "desks/movements/surplus_cells.hpp"

namespace tenpoint::movements {
namespace {

constexpr int of_single_texts = 60;

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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/date.hpp"
#include "base/period.hpp"
#include "base/result.hpp"
#include "desks/activities/report_field.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/codes.hpp"
#include "formats/dates.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {

// What a column of a partner's table means.
enum class Field {
    period,       // day, week, month, quarter or year in one cell
    period_from,  // first and last day in two columns; together they must make one period
    period_to,
    year,   // year and month in two columns
    month,  // number or name
    place,
    indicator,
    origin,  // country of nationality or origin
    sex,
    age,
    profile,
    count,
    latitude,  // decimal degrees
    longitude,
    coordinates,  // "lat, lon" in one cell
    dimension,    // no meaning of its own: kept as a further breakdown
    skip,
};
BOOST_DESCRIBE_ENUM(Field, period, period_from, period_to, year, month, place, indicator, origin,
                    sex, age, profile, count, latitude, longitude, coordinates, dimension, skip)

// Fields of an observation that something other than its own cell settles. An empty member leaves
// the field as it is.
struct Settings {
    std::optional<Indicator> indicator{};
    std::optional<std::string> place{};   // code or name of a place
    std::optional<std::string> origin{};  // alpha-3 code or name of a country
    std::optional<Sex> sex{};
    std::optional<AgeGroup> age{};
    std::optional<Profile> profile{};
    // Of a count column alone: "2024-01", or "01" and "Q1" of the row's year (column_period.hpp).
    std::optional<std::string> period{};

    bool empty() const { return *this == Settings{}; }
    bool operator==(const Settings&) const = default;
};
BOOST_DESCRIBE_STRUCT(Settings, (), (indicator, place, origin, sex, age, profile, period))

// What one text in a column stands for: "FMUA" is a family member. With dates it holds only for
// rows whose period begins within them, because sources change their categories.
struct ValueMeaning {
    std::string text;  // compared as folded() sees it
    std::optional<Day> from, until;
    Settings set;

    bool operator==(const ValueMeaning&) const = default;
};
BOOST_DESCRIBE_STRUCT(ValueMeaning, (), (text, from, until, set))

struct ColumnMeaning {
    std::string column;       // its header, compared as folded() sees it, or its hashtag
    std::int64_t number = 0;  // the column counted from 1, where the header does not tell; else 0
    Field field = Field::dimension;
    std::string name;                  // of a dimension; empty: the header
    std::vector<ValueMeaning> values;  // texts not listed here are read as `field` says
    Settings set;                      // of a count column: what its figures are about
    // Of an activity sheet: what the column holds, in place of `field`.
    std::optional<activities::ReportField> report;
    formats::DayMonthOrder date_order = formats::DayMonthOrder::unknown;
    formats::DecimalSign decimal_sign = formats::DecimalSign::unknown;

    bool operator==(const ColumnMeaning&) const = default;
};
BOOST_DESCRIBE_STRUCT(ColumnMeaning, (),
                      (column, number, field, name, values, set, report, date_order, decimal_sign))

// Texts in another column by which a row stays although a filter would leave it out.
struct FilterException {
    std::string column;
    std::int64_t number = 0;         // as in ColumnMeaning
    std::vector<std::string> texts;  // compared as folded() sees them

    bool operator==(const FilterException&) const = default;
};
BOOST_DESCRIBE_STRUCT(FilterException, (), (column, number, texts))

// Leaves rows out by the text in a column, with the reason that the officer gives. Rows stay that
// have one of `keep`, where there are any, and none of `skip`; and those that one of `unless`
// names.
struct RowFilter {
    std::string column;
    std::int64_t number = 0;        // as in ColumnMeaning
    std::vector<std::string> keep;  // compared as folded() sees them
    std::vector<std::string> skip;
    std::string reason;
    std::vector<FilterException> unless{};

    bool operator==(const RowFilter&) const = default;
};
BOOST_DESCRIBE_STRUCT(RowFilter, (), (column, number, keep, skip, reason, unless))

// Rows dated in a stretch of time count a longer period than they say: "January" until 2019 holds
// the whole year in the file of the Darién crossings.
struct PeriodLength {
    std::optional<Day> from, until;  // by the first day of the period written
    PeriodUnit unit{};

    bool operator==(const PeriodLength&) const = default;
};
BOOST_DESCRIBE_STRUCT(PeriodLength, (), (from, until, unit))

// What figures that are running totals are the totals of.
enum class Cumulation {
    none,
    year,  // all since January
};
BOOST_DESCRIBE_ENUM(Cumulation, none, year)

// What becomes of figures that a file gives again for the same place, period and groups.
enum class Repetition {
    add,     // they count different people
    once,    // equal ones are the same figure twice
    latest,  // the one that stands last in the file corrects the others
};
BOOST_DESCRIBE_ENUM(Repetition, add, once, latest)

// How a table is read. Written into each batch and remembered by that; its JSON is in
// mapping_json.hpp, and docs/users/mapping.md describes it.
// The order of precedence, weakest first: `set`, the columns' cells and values, a count's `set`.
struct Mapping {
    std::optional<Content> content;  // nothing: found out
    std::string sheet;               // of a workbook; empty: the most likely one
    // Of a batch alone: the sheets that were read as one table. Not remembered.
    std::vector<std::string> joined_sheets;
    std::int64_t header_row = 0;  // counted from 1; 0: found out
    bool events = false;          // a row is an event, so equal rows may be two different ones
    Cumulation cumulative = Cumulation::none;
    Repetition repeated = Repetition::add;
    // Columns that are not listed are kept as dimensions, or left out.
    bool skip_other_columns = false;
    Settings set;
    // Of files of one source that give the same figure the one as of a later day stands. It is said
    // of one file, and not remembered.
    std::optional<Day> as_of;
    std::optional<Period> period;  // of every row, where no column holds it
    std::vector<PeriodLength> period_lengths;
    std::vector<ColumnMeaning> columns;
    std::vector<RowFilter> filters;

    bool operator==(const Mapping&) const = default;
};
BOOST_DESCRIBE_STRUCT(Mapping, (),
                      (content, sheet, joined_sheets, header_row, events, cumulative, repeated,
                       skip_other_columns, set, as_of, period, period_lengths, columns, filters))

// Reads the short form, "t=period,nat=origin,n=count". A count may say what it counts:
// "dead=death,women=count+female+adult,jan=2024-01". A header with a comma, an equals sign or
// quotes stands in double quotes, which are doubled within: "\"Dead, missing\"=death". "#4=count"
// is column 4. Of an activity sheet the fields are those of its reports: "Org=organisation". Fails
// with `invalid_fields`; its field problems point at "/map/0", "/map/1" …
Result<std::vector<ColumnMeaning>> columns_from_short_form(std::string_view text);

// `mapping` with `columns` in place of those it has for the same headers.
Mapping with_columns(Mapping mapping, const std::vector<ColumnMeaning>& columns);

}  // namespace tenpoint::movements

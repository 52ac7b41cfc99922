// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "base/result.hpp"
#include "desks/movements/column_layout.hpp"
#include "desks/movements/country_cells.hpp"
#include "desks/movements/mapping.hpp"
#include "desks/movements/place_lookup.hpp"
#include "desks/movements/title_period.hpp"

namespace tenpoint::movements {

// A column of the table with its meaning.
struct PlannedColumn {
    std::size_t index = 0;
    std::string header;  // as findings name it
    ColumnMeaning meaning;
    CountryCells countries{};
    bool goes_on = false;             // a blank cell stands for the text above it
    bool holds_numbers = false;       // whole ones, most of its cells
    bool holds_weeks_of_s = false;    // "S12 2024", of which there are more than two in a year
    bool holds_short_years = false;   // "Jan 24", which is no day
    bool totals_are_sums = false;     // rows with a word for the total here sum others up
    bool regions_are_sums = false;    // and so do those with a part of the world
    bool subtotals_are_sums = false;  // and those that say so, of nationalities
    std::vector<std::string> sums{};  // other texts that do, folded: "Land" beside "Land - Ceuta"
    bool only_totals = false;         // words for the total, and nothing that it is the total of
    bool blanks_are_all = false;      // where another cell of the row has a word for the total
    bool has_constant = false;        // the mapping says it for all rows, which holds for blanks
};

struct PlannedFilter {
    std::size_t index = 0;
    std::string header;
    RowFilter filter;
    bool is_personal = false;           // findings mask what its cells hold
    std::vector<std::size_t> unless{};  // the columns of the filter's exceptions
};

// A mapping laid over the columns of one table.
struct ReadingPlan {
    ColumnLayout layout;
    std::size_t first_surplus = 0;       // from here on cells have no header (surplus_cells.hpp)
    std::vector<PlannedColumn> lookups;  // place, indicator, origin, sex, age, profile, dimension
    std::vector<PlannedColumn> counts;
    std::optional<PlannedColumn> period, period_from, period_to, year, month;
    std::optional<PlannedColumn> latitude, longitude, coordinates;
    std::vector<PlannedFilter> filters;
    // Where the table has no date, or only months, and nothing but the title says of when it is.
    std::optional<Period> period_of_title;
    // The row above the header that says it, where the table has no date at all.
    std::optional<TitlePeriod> title_above;
    std::vector<std::string> personal;       // columns about persons, which are not read
    std::vector<std::string> personal_kept;  // that seem to be, by their headers, and are read
    std::vector<std::string> single_texts;   // columns that are left out as free texts or keys
    bool each_row_differs = false;           // by one of these, or by a key of persons
    std::size_t dimensions_left_out = 0;     // beyond those that a figure can have
    Findings remarks;                        // on the table as a whole
    int last_year = 2100;                    // later ones are no years of this calendar
};

// How many further breakdowns a figure may have.
inline constexpr std::size_t most_dimensions = 256;

// What a finding calls the column: its header, else its hashtag, else "column 7".
std::string name_of_column(const ColumnLayout& layout, std::size_t index);

// Fails with `unknown_field_in_mapping` where `given` names columns that the table lacks.
Result<void> require_columns(const ColumnLayout& layout, const Mapping& given);

// The filters of a mapping whose columns are all there.
std::vector<PlannedFilter> plan_filters(std::span<const SampleRow> rows, const ColumnLayout& layout,
                                        const Mapping& mapping);

// Lays `mapping` over the table that begins with `rows`, which also decide between day and month
// first and between decimal signs where the mapping does not. Fails as read_table does.
Result<ReadingPlan> plan_reading(std::span<const SampleRow> rows, const Mapping& mapping,
                                 const PlaceLookup& places, const TableNames& names = {});

}  // namespace tenpoint::movements

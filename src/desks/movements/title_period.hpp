// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/period.hpp"
#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"

// When the figures of a table were counted that says so in its title alone.
namespace tenpoint::movements {

// What a table is called by: its sheet, and the file as the partner names it.
struct TableNames {
    std::string_view sheet{};
    std::string_view file{};
};

// A period, with the text that names it.
struct TitlePeriod {
    Period period;
    std::string text;
    bool of_file = false;  // by the file's name alone
    bool of_row = false;   // by a row above the header
};

// Whether something of a table names a part of a year without the year: a month column, or counts
// of "Jan" and "Feb".
bool needs_year(const Mapping& mapping);

// Whether columns say when figures were counted, be it in part.
bool has_dates(const Mapping& mapping);

// The year of a table that names only months or quarters: the only one in the sheet's name, else in
// the rows above the header, else in the file's name. A day is no such year: "Printed 5 January
// 2025", "export_2025-01-05.csv".
std::optional<TitlePeriod> year_of_title(std::span<const SampleRow> rows,
                                         const ColumnLayout& layout, const TableNames& names);

// The week, month, quarter or year of a table without dates, sought in the same order: "March
// 2024", "01/01/2024 - 31/03/2024". Of a year and a part of it the part is meant.
std::optional<TitlePeriod> period_of_title(std::span<const SampleRow> rows,
                                           const ColumnLayout& layout, const TableNames& names);

// The period of the title of a further block, as tables have one below the other for each month:
// "Arrivals in February 2024" after "Arrivals in January 2024". Nothing where it says anything else
// than the first one but for the time, or names another length of time.
std::optional<Period> period_of_next_block(const TitlePeriod& first, std::string_view title);

}  // namespace tenpoint::movements

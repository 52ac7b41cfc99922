// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/period.hpp"

namespace tenpoint::formats {

// Reads dates that hold words: "31 August 2021", "August 31, 2021", "Aug-21", "Septembre 2012",
// "كانون الثاني/يناير 2021", "Q3 2021", "T3-21", "1er trimestre 2021", "IV trimestre 2021",
// "2021-IV", "2021W07", "epi week 7 2021", and stretches that are one week, month, quarter or year:
// "Jan-Mar 2025", "18-24 March 2024". Nothing for what is none, also for other stretches ("Jan-Apr
// 2025") and for a day without a year.
std::optional<Period> period_of_words(std::string_view text);

// "S1 2024", "2024-H2", "1er semestre 2024", "first half of 2024": half a year, which no Period is.
bool names_half_year(std::string_view text);

// A year and a number beside it.
struct NumberInYear {
    int year = 0;
    int number = 0;
    bool roman = false;
};

// "2024-I", "II/2024", "1 2024": of what part of the year only the column can tell.
std::optional<NumberInYear> number_in_year(std::string_view text);

// "S12-2024", "2024 S07": of weeks, as French and Spanish write them, or else of half-years.
std::optional<NumberInYear> number_behind_s(std::string_view text);

// The one week, month, quarter or year that begins and ends with these days, or the day.
std::optional<Period> period_of_days(Day first, Day last);

// "Jan 24", "enero 24": a month and its year, where the column tells that it is no day.
std::optional<Period> month_of_short_year(std::string_view text);

// A month or quarter of a year that stands elsewhere.
struct YearPart {
    PeriodUnit unit = PeriodUnit::month;
    unsigned number = 0;  // from 1

    bool operator==(const YearPart&) const = default;
};

// Reads "January", "Ene", "Q1", "2e trimestre", as headers have them.
std::optional<YearPart> year_part_of_words(std::string_view text);

// The part in its year; nothing outside the years 1 to 9999.
std::optional<Period> part_in(int year, const YearPart& part);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/dates.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "formats/date_words.hpp"

namespace tenpoint::formats {
namespace {

constexpr DateOrder day_first{DayMonthOrder::day_first};
constexpr DateOrder month_first{DayMonthOrder::month_first};

struct Written {
    const char* text;
    const char* period;  // ISO; empty: none
    DateForm form = DateForm::iso;
    DateOrder order{};
};

class WrittenDates : public testing::TestWithParam<Written> {};

TEST_P(WrittenDates, AreReadAsMeant) {
    const auto& [text, period, form, order] = GetParam();
    const auto read = parse_date(text, order);
    ASSERT_EQ(read.has_value(), *period != '\0') << text;
    if (!read) return;
    EXPECT_EQ(to_text(read->period), period) << text;
    EXPECT_EQ(read->form, form) << text;
}

using enum DateForm;

INSTANTIATE_TEST_SUITE_P(
    Iso, WrittenDates,
    testing::Values(Written{"2016-01-10", "2016-01-10"}, Written{" 2016-01-10 ", "2016-01-10"},
                    Written{"2016-01-10T00:00:00", "2016-01-10"},
                    Written{"2016-01-10 12:30:00", "2016-01-10"},
                    Written{"2016-01-10 to 2016-01-16", ""}, Written{"2024M03", "2024-03"},
                    Written{"2016-01-10T23:59:59.999Z", "2016-01-10"}, Written{"2021", "2021"},
                    Written{"2021-08", "2021-08"}, Written{"2021-Q3", "2021-Q3"},
                    Written{"2021-W07", "2021-W07"}, Written{"2016-02-30", ""},
                    Written{"2016-13-01", ""}, Written{"2021-W54", ""}, Written{"2021-Q5", ""},
                    Written{"٢٠١٦-٠١-١٠", "2016-01-10"}, Written{"۲۰۲۱", "2021"}, Written{"", ""},
                    Written{"n/a", ""}, Written{"0", ""}));

INSTANTIATE_TEST_SUITE_P(
    Stretches, WrittenDates,
    testing::Values(Written{"Enero-Marzo 2024", "2024-Q1", month_name},
                    Written{"Jan to Mar 2024", "2024-Q1", month_name},
                    Written{"du 18 au 24 mars 2024", "2024-W12", month_name},
                    Written{"Week 12 (18-24 March 2024)", "2024-W12", month_name},
                    Written{"1 al 31 de enero de 2024", "2024-01", month_name},
                    Written{"01/01/2024 - 31/03/2024", "2024-Q1", numeric, day_first},
                    Written{"2024-03-01 to 2024-03-31", "2024-03", numeric},
                    Written{"Jan-Apr 2024", ""}, Written{"1-3 March 2024", ""},
                    Written{"IV trimestre 2024", "2024-Q4", month_name},
                    Written{"2do trimestre 2024", "2024-Q2", month_name}));

INSTANTIATE_TEST_SUITE_P(
    Numeric, WrittenDates,
    testing::Values(
        Written{"31/08/2021", "2021-08-31", numeric}, Written{"8/31/2021", "2021-08-31", numeric},
        Written{"8/31/21", "2021-08-31", numeric}, Written{"31.08.1999", "1999-08-31", numeric},
        Written{"31-08-69", "2069-08-31", numeric}, Written{"31-08-70", "1970-08-31", numeric},
        Written{"03/04/2021", "2021-04-03", numeric, day_first},
        Written{"03/04/2021", "2021-03-04", numeric, month_first}, Written{"03/04/2021", ""},
        Written{"04/04/2021", "2021-04-04", numeric},
        Written{"8/31/2021 12:00:00 AM", "2021-08-31", numeric},
        Written{"31/08/2021 00:00", "2021-08-31", numeric}, Written{"31/02/2021", ""},
        Written{"13/13/2021", ""}, Written{"08/2021", "2021-08", numeric},
        Written{"2021/8", "2021-08", numeric}, Written{"13/2021", ""},
        Written{"2021/08/31", "2021-08-31", numeric}, Written{"20210831", "2021-08-31", numeric},
        Written{"202108", "2021-08", numeric}, Written{"310821", ""}, Written{"12345678", ""},
        Written{"2021-08-31-01", ""}, Written{"1/2-2021", ""}, Written{"2012-2014", ""},
        Written{"٣١/٠٨/٢٠٢١", "2021-08-31", numeric}));

INSTANTIATE_TEST_SUITE_P(
    Words, WrittenDates,
    testing::Values(
        Written{"31 August 2021", "2021-08-31", month_name},
        Written{"August 31, 2021", "2021-08-31", month_name},
        Written{"Tuesday, 31st of August 2021", "2021-08-31", month_name},
        Written{"31-Aug-21", "2021-08-31", month_name}, Written{"Aug-21", "2021-08", month_name},
        Written{"Aug '21", "2021-08", month_name}, Written{"Aug 21", ""}, Written{"21-Aug", ""},
        Written{"August", ""}, Written{"2021 August", "2021-08", month_name},
        Written{"SEPT. 2012", "2012-09", month_name},
        Written{"Septembre 2012", "2012-09", month_name},
        Written{"Avril  2014", "2014-04", month_name},
        Written{"1er février 2020", "2020-02-01", month_name},
        Written{"févr. 2020", "2020-02", month_name}, Written{"Août-21", "2021-08", month_name},
        Written{"juil. 2019", "2019-07", month_name},
        Written{"3 de enero de 2022", "2022-01-03", month_name},
        Written{"Setiembre 2022", "2022-09", month_name}, Written{"dic-23", "2023-12", month_name},
        Written{"mar-20", "2020-03", month_name}, Written{"آب 2021", "2021-08", month_name},
        Written{"أغسطس ٢٠٢١", "2021-08", month_name},
        Written{"31 كانون الثاني 2021", "2021-01-31", month_name},
        Written{"كانون الثاني/يناير 2021", "2021-01", month_name},
        Written{"تشرين الأول 2020", "2020-10", month_name},
        Written{"جويلية 2020", "2020-07", month_name}, Written{"غشت 2020", "2020-08", month_name},
        Written{"جانفي 2020", "2020-01", month_name}, Written{"حزيران 2020", "2020-06", month_name},
        Written{"Q3 2021", "2021-Q3", month_name}, Written{"2021 Q3", "2021-Q3", month_name},
        Written{"T3 2021", "2021-Q3", month_name},
        Written{"1er trimestre 2021", "2021-Q1", month_name},
        Written{"2021W07", "2021-W07", month_name}, Written{"Week 7, 2021", "2021-W07", month_name},
        Written{"Semaine 7 2021", "2021-W07", month_name}, Written{"Q5 2021", ""},
        Written{"Tue, 01/16/2024", "2024-01-16", numeric},
        Written{"01/02/2024 - 29/02/2024", "2024-02", numeric},
        Written{"01/02/2024 - 02/03/2024", ""}, Written{"2024-IV", "2024-Q4", month_name},
        Written{"I/2025", "2025-Q1", month_name}, Written{"2024 III", "2024-Q3", month_name},
        Written{"2024-V", ""}, Written{"24-IV", ""}, Written{"12.IV.2024", ""},
        Written{"T1 2024", "2024-Q1", month_name}, Written{"Q1-24", "2024-Q1", month_name},
        Written{"24-Q1", "2024-Q1", month_name}, Written{"T4 '23", "2023-Q4", month_name},
        Written{"first quarter 2024", "2024-Q1", month_name},
        Written{"Premier trimestre 2024", "2024-Q1", month_name},
        Written{"2e trimestre 2024", "2024-Q2", month_name},
        Written{"Tercer trimestre de 2024", "2024-Q3", month_name},
        Written{"الربع الأول 2024", "2024-Q1", month_name},
        Written{"الربع الثاني ٢٠٢٤", "2024-Q2", month_name},
        Written{"الأسبوع 7 2024", "2024-W07", month_name},
        Written{"W07-2024", "2024-W07", month_name},
        Written{"epi week 7 2024", "2024-E07", month_name},
        Written{"Epi Week 07, 2024", "2024-E07", month_name},
        Written{"EW07-2024", "2024-E07", month_name}, Written{"2024-EW07", "2024-E07", month_name},
        Written{"MMWR week 53 2020", "2020-E53", month_name},
        Written{"SE 7 2024", "2024-E07", month_name},
        Written{"Semana epidemiológica 7 de 2024", "2024-E07", month_name},
        Written{"Semaine épidémiologique 7 2024", "2024-E07", month_name},
        Written{"الأسبوع الوبائي 7 2024", "2024-E07", month_name}, Written{"epi 7 2024", ""},
        Written{"epi quarter 1 2024", ""}, Written{"first 2024", ""}, Written{"Q1 Q2 2024", ""},
        Written{"Jan-Apr 2025", ""}, Written{"31 February 2021", ""}, Written{"June", ""},
        Written{"June of the year 2014 at noon", ""}, Written{"OBJECTIVE 3", ""},
        Written{"Mali 2014", ""}, Written{"10 May 20 21", ""}, Written{"Q3", ""}));

TEST(WrittenDates, MonthsAndQuartersOfAYearThatStandsElsewhere) {
    const auto part = [](std::string_view text) {
        const auto read = year_part_of_words(text);
        return read ? to_text(part_in(2024, *read).value()) : std::string{};
    };
    EXPECT_EQ(part("Enero"), "2024-01");
    EXPECT_EQ(part("Sept."), "2024-09");
    EXPECT_EQ(part("كانون الثاني"), "2024-01");
    EXPECT_EQ(part("Q3"), "2024-Q3");
    EXPECT_EQ(part("2e trimestre"), "2024-Q2");
    EXPECT_EQ(part("الربع الأول"), "2024-Q1");
    for (const auto* none : {"Jan-24", "Q5", "Q1 2024", "2", "week 7", "Total", ""})
        EXPECT_EQ(part(none), "") << none;
}

TEST(WrittenDates, EveryMonthIsKnownInEveryLanguage) {
    const std::vector<std::vector<const char*>> names{
        {"January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"},
        {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
         "octobre", "novembre", "décembre"},
        {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
         "octubre", "noviembre", "diciembre"},
        {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"},
        {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
         "نوفمبر", "ديسمبر"},
        {"كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
         "تشرين الأول", "تشرين الثاني", "كانون الأول"},
        {"جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
         "نوفمبر", "ديسمبر"}};
    for (const auto& language : names)
        for (unsigned month = 1; month <= 12; ++month) {
            const auto text = language[month - 1] + std::string{" 2014"};
            const auto read = parse_date(text);
            ASSERT_TRUE(read) << text;
            EXPECT_EQ(unsigned{std::chrono::year_month_day{read->period.first_day()}.month()},
                      month)
                << text;
        }
}

struct Column {
    std::vector<const char*> cells;
    DayMonthOrder order;
    bool undecided = false;
    bool contradictory = false;
};

TEST(DateOrder, IsLearnedFromTheWholeColumn) {
    for (const auto& [cells, order, undecided, contradictory] :
         {Column{{"03/04/2021", "2021-01-01"}, DayMonthOrder::unknown, true},
          Column{{"03/04/2021", "13/04/2021"}, DayMonthOrder::day_first},
          Column{{"03/04/21 00:00", "4/13/21 00:00"}, DayMonthOrder::month_first},
          Column{{"13/04/2021", "04/13/2021"}, DayMonthOrder::day_first, false, true},
          Column{{"04/04/2021", "x", "13/13/2021"}, DayMonthOrder::unknown}}) {
        DateOrder learned;
        for (const auto* cell : cells)
            learned.learn(cell);
        EXPECT_EQ(learned.order(), order) << cells.front();
        EXPECT_EQ(learned.is_undecided(), undecided) << cells.front();
        EXPECT_EQ(learned.is_contradictory(), contradictory) << cells.front();
    }
}

TEST(SerialDates, CountAsSpreadsheetsDo) {
    const auto day = [](std::string_view text, SerialSystem system = SerialSystem::from_1900) {
        const auto read = parse_serial_date(text, system);
        return read ? to_text(read->period) : std::string{};
    };
    EXPECT_EQ(day("42379"), "2016-01-10");
    EXPECT_EQ(day("42379.75"), "2016-01-10");
    EXPECT_EQ(day("1"), "1900-01-01");
    EXPECT_EQ(day("59"), "1900-02-28");
    EXPECT_EQ(day("60"), "");
    EXPECT_EQ(day("61"), "1900-03-01");
    EXPECT_EQ(day("2958465"), "9999-12-31");
    EXPECT_EQ(day("2958466"), "");
    EXPECT_EQ(day("0"), "");
    EXPECT_EQ(day("40917", SerialSystem::from_1904), "2016-01-10");
    EXPECT_EQ(day("2016-01-10"), "");
    EXPECT_EQ(day("42379.x"), "");
}

RC_GTEST_PROP(Dates, AnyBytesAreSurvived, (const std::string& bytes)) {
    DateOrder learned;
    learned.learn(bytes);
    parse_date(bytes, learned);
    parse_serial_date(bytes);
}

RC_GTEST_PROP(Dates, EveryDayIsReadInEveryForm, ()) {
    const Day day{std::chrono::days{*rc::gen::inRange(-25'000, 36'000)}};
    const std::chrono::year_month_day date{day};
    const auto d = std::to_string(unsigned{date.day()});
    const auto m = std::to_string(unsigned{date.month()});
    const auto y = std::to_string(int{date.year()});
    const auto expected = Period::containing(day, PeriodUnit::day);
    RC_ASSERT(parse_date(to_text(day))->period == expected);
    RC_ASSERT(parse_date(d + "/" + m + "/" + y, day_first)->period == expected);
    RC_ASSERT(parse_date(y + "/" + m + "/" + d)->period == expected);
    if (unsigned{date.day()} > 12) RC_ASSERT(parse_date(m + "-" + d + "-" + y)->period == expected);
}

TEST(Dates, halves_of_years_are_no_periods) {
    for (const auto* half :
         {"S1 2024", "2024 S2", "S01-2024", "2024-S1", "H1 2024", "2024H2", "H2-24",
          "1er semestre 2024", "Semestre 2 de 2024", "II semestre 2024", "2do semestre 2024",
          "First half of 2024", "1st half 2024", "النصف الأول 2024", "2024 (S1)"})
        EXPECT_TRUE(names_half_year(half)) << half;
    for (const auto* other : {"S3 2024", "S1", "Q1 2024", "2024-I", "First half of March 2024",
                              "H 2024", "2024", "S12-2024", "2024-01-02", "Spain 2024"})
        EXPECT_FALSE(names_half_year(other)) << other;
    EXPECT_FALSE(parse_date("S1 2024"));
    EXPECT_FALSE(parse_date("1er semestre 2024"));
}

TEST(Dates, a_number_beside_a_year_is_read_as_its_column_has_it) {
    const auto beside = [](const auto& found) {
        return found ? std::to_string(found->year) + '/' + std::to_string(found->number) +
                           (found->roman ? "r" : "")
                     : std::string{};
    };
    EXPECT_EQ(beside(number_in_year("2024-II")), "2024/2r");
    EXPECT_EQ(beside(number_in_year("iv/2024")), "2024/4r");
    EXPECT_EQ(beside(number_in_year("1 2024")), "2024/1");
    EXPECT_EQ(beside(number_in_year("2024-V")), "");
    EXPECT_EQ(beside(number_in_year("2024-01-02")), "");
    EXPECT_EQ(beside(number_behind_s("S12-2024")), "2024/12");
    EXPECT_EQ(beside(number_behind_s("2024 S07")), "2024/7");
    EXPECT_EQ(beside(number_behind_s("H1 2024")), "");
    EXPECT_EQ(beside(number_behind_s("S12")), "");
}

}  // namespace
}  // namespace tenpoint::formats

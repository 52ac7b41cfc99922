// SPDX-License-Identifier: Apache-2.0
// Running totals, figures given twice, and totals that a table states beside what it counts.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/translations.hpp"
#include "desks/movements/running_total_watch.hpp"
#include "desks/movements/total_check.hpp"
#include "read_text.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

constexpr auto by_month_and_origin =
    R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"}, "columns": [
    {"column": "t", "field": "period"}, {"column": "nat", "field": "origin"},
    {"column": "n", "field": "count"}]})";

Reading read_as(std::string_view table, Cumulation cumulative, Repetition repeated,
                Indicator indicator = Indicator::crossing) {
    auto mapping = mapping_from_text(by_month_and_origin).value();
    mapping.cumulative = cumulative;
    mapping.repeated = repeated;
    mapping.set.indicator = indicator;
    TextTable text(table);
    return read(text, mapping).value();
}

// "2024-01 VEN 5" …
std::vector<std::string> figure_lines(const Reading& reading) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < reading.figures.size(); ++i)
        lines.push_back(fmt::format("{} {} {}",
                                    to_text(Period::from_code(reading.figures[i].period)),
                                    reading.origin_of(i), reading.figures[i].count));
    return lines;
}

// "row 4: running_total_falls 90 100" for those of that code.
std::vector<std::string> finding_lines(const Reading& reading, std::string_view code) {
    std::vector<std::string> lines;
    for (const auto& finding : reading.findings) {
        if (finding.code != code) continue;
        lines.push_back(fmt::format("row {}: {} {}", finding.row, finding.text, finding.expected));
        for (const auto language : all_languages)
            EXPECT_TRUE(has_translation(language, "findings." + finding.code)) << finding.code;
    }
    return lines;
}

using Texts = std::vector<std::string>;

constexpr auto running =
    "t|nat|n\n2023-11|VEN|900\n2023-12|VEN|1000\n2024-01|VEN|100\n"
    "2024-02|VEN|250\n2024-04|VEN|250\n2024-05|VEN|300";

TEST(GuardedReading, running_totals_become_what_each_month_added) {
    const auto reading = read_as(running, Cumulation::year, Repetition::add);
    EXPECT_EQ(figure_lines(reading), (Texts{"2023-11 VEN 900", "2023-12 VEN 100", "2024-01 VEN 100",
                                            "2024-02 VEN 150", "2024-04 VEN 0", "2024-05 VEN 50"}))
        << "the first month of a year stays as it is";
    EXPECT_EQ(reading.summary.totals.at(Indicator::crossing), 1300)
        << "the last total of each year, no more and no less";
    EXPECT_EQ(reading.summary.used, 6);
}

TEST(GuardedReading, running_totals_of_each_nationality_are_their_own_in_any_order_of_rows) {
    const auto reading = read_as(
        "t|nat|n\n2024-02|HTI|30\n2024-02|VEN|250\n2024-01|VEN|100\n"
        "2024-01|HTI|10",
        Cumulation::year, Repetition::add);
    auto lines = figure_lines(reading);
    std::ranges::sort(lines);
    EXPECT_EQ(lines,
              (Texts{"2024-01 HTI 10", "2024-01 VEN 100", "2024-02 HTI 20", "2024-02 VEN 150"}));
}

TEST(GuardedReading, a_running_total_that_falls_is_a_finding_and_counts_nothing_twice) {
    const auto reading = read_as("t|nat|n\n2024-01|VEN|100\n2024-02|VEN|90\n2024-03|VEN|120",
                                 Cumulation::year, Repetition::add);
    EXPECT_EQ(figure_lines(reading), (Texts{"2024-01 VEN 100", "2024-03 VEN 20"}));
    EXPECT_EQ(finding_lines(reading, "running_total_falls"), Texts{"row 3: 90 100"});
}

TEST(GuardedReading, rows_of_one_month_are_one_running_total) {
    const auto reading =
        read_as("t|nat|n\n2024-01|VEN|60\n2024-01|VEN|40\n2024-02|VEN|150\n2024-02|VEN|100",
                Cumulation::year, Repetition::add);
    EXPECT_EQ(figure_lines(reading), (Texts{"2024-01 VEN 100", "2024-02 VEN 150"}));
    EXPECT_TRUE(finding_lines(reading, "running_total_falls").empty());
}

TEST(GuardedReading, a_week_over_new_year_belongs_to_the_year_of_its_thursday) {
    RunningTotalWatch watch;
    // The last week of 2020 ends in 2021, in which the running total would go on.
    const std::vector<std::string> weeks{"2020-W47", "2020-W48", "2020-W49", "2020-W50",
                                         "2020-W51", "2020-W52", "2020-W53", "2021-W01"};
    std::int64_t count = 0;
    for (const auto& week : weeks)
        watch.add(1, period_from_text(week)->code(), week == "2021-W01" ? 5 : count += 10);
    EXPECT_TRUE(watch.finds());
}

TEST(GuardedReading, people_present_have_no_running_total) {
    const auto reading = read_as("t|nat|n\n2024-01|VEN|100\n2024-02|VEN|250", Cumulation::year,
                                 Repetition::add, Indicator::stay);
    EXPECT_EQ(figure_lines(reading), (Texts{"2024-01 VEN 100", "2024-02 VEN 250"}));
}

TEST(GuardedReading, running_totals_are_noticed_and_left_as_they_are_until_somebody_says_so) {
    std::string totals = "t|nat|n";
    std::string months = "t|nat|n";
    std::string newest_first = "";
    for (const int year : {2023, 2024})
        for (int month = 1, total = 0; month <= 8; ++month) {
            const int arrived = 40 + (month * 37 + year) % 50;
            total += arrived;
            totals += fmt::format("\n{}-{:02}|VEN|{}", year, month, total);
            months += fmt::format("\n{}-{:02}|VEN|{}", year, month, arrived);
            newest_first = fmt::format("\n{}-{:02}|VEN|{}", year, month, total) + newest_first;
        }
    const auto noticed = [](const std::string& table) {
        const auto reading = read_text(table, by_month_and_origin);
        EXPECT_EQ(reading.figures.size(), 16U);
        return reading.summary.findings.contains("looks_cumulative");
    };
    EXPECT_TRUE(noticed(totals));
    EXPECT_TRUE(noticed("t|nat|n" + newest_first));
    EXPECT_FALSE(noticed(months));
}

TEST(GuardedReading, growth_that_goes_on_over_the_new_year_is_no_running_total) {
    std::string growing = "t|nat|n";
    for (int month = 1; month <= 24; ++month)
        growing += fmt::format("\n{}-{:02}|VEN|{}", 2022 + (month - 1) / 12, (month - 1) % 12 + 1,
                               100 + month * 10);
    EXPECT_FALSE(
        read_text(growing, by_month_and_origin).summary.findings.contains("looks_cumulative"));
}

constexpr auto given_twice =
    "t|nat|n\n2024-01|VEN|5\n2024-01|HTI|7\n2024-01|VEN|5\n2024-01|VEN|9\n2024-02|VEN|5";

TEST(GuardedReading, equal_figures_are_counted_once_where_the_officer_says_so) {
    const auto reading = read_as(given_twice, Cumulation::none, Repetition::once);
    EXPECT_EQ(reading.summary.totals.at(Indicator::crossing), 5 + 7 + 9 + 5);
    EXPECT_EQ(finding_lines(reading, "equal_figure"), Texts{"row 4: 5 "});
    EXPECT_EQ(read_as(given_twice, Cumulation::none, Repetition::add)
                  .summary.totals.at(Indicator::crossing),
              31)
        << "else both count, and that is said";
}

TEST(GuardedReading, the_latest_of_a_file_corrects_the_others_where_the_officer_says_so) {
    const auto reading = read_as(given_twice, Cumulation::none, Repetition::latest);
    EXPECT_EQ(reading.summary.totals.at(Indicator::crossing), 7 + 9 + 5);
    EXPECT_EQ(finding_lines(reading, "corrected_figure"), (Texts{"row 2: 5 9", "row 4: 5 9"}));
}

TEST(GuardedReading, a_row_of_totals_that_does_not_add_up_is_said_with_both_numbers) {
    const auto differing = [](std::string_view table) {
        return finding_lines(read_text(table, by_month_and_origin), "total_row_differs");
    };
    constexpr auto year = "t|nat|n\n2024-01|VEN|5\n2024-02|VEN|7\n";
    EXPECT_EQ(differing(std::string(year) + "Total|VEN|12"), Texts{});
    EXPECT_EQ(differing(std::string(year) + "Total|VEN|13"), Texts{"row 4: 13 12"});
    EXPECT_EQ(differing(std::string(year) + "Total|VEN|12\n2024-03|VEN|1\nTotal|VEN|1\nTotal||13"),
              Texts{})
        << "subtotals, and the total of all";
    EXPECT_EQ(differing("t|nat|n\nTotal|VEN|99\n2024-01|VEN|5"), Texts{"row 2: 99 5"})
        << "a total above its rows is held against those below";
    EXPECT_EQ(differing("t|nat|n\nTotal|VEN|5\n2024-01|VEN|5"), Texts{});
    EXPECT_EQ(read_text(std::string(year) + "Total|VEN|13", by_month_and_origin)
                  .summary.totals.at(Indicator::crossing),
              12);
}

// "parts_do_not_add_up 100 (2024-01, PAN, crossing) 90" for each finding of the check.
Texts check_lines(const std::vector<Said>& said) {
    Texts lines;
    for (const auto& finding : check_totals(segment_of(said)).value().findings) {
        lines.push_back(fmt::format("{} {} {}", finding.code, finding.text, finding.expected));
        for (const auto language : all_languages)
            EXPECT_TRUE(has_translation(language, "findings." + finding.code)) << finding.code;
    }
    return lines;
}

TEST(TotalCheck, finds_totals_that_do_not_add_up_in_any_dimension) {
    const auto january = [](std::int64_t count, std::string origin = "", Sex sex = Sex::all) {
        return Said{"2024-01", count, std::move(origin), sex};
    };
    EXPECT_EQ(check_lines({january(100), january(60, "VEN"), january(40, "HTI")}), Texts{});
    EXPECT_EQ(check_lines({january(100), january(60, "VEN"), january(30, "HTI")}),
              Texts{"parts_do_not_add_up 100 (2024-01, PAN, crossing) 90"});
    EXPECT_EQ(check_lines({january(100), january(60, "", Sex::male), january(50, "", Sex::female)}),
              Texts{"parts_exceed_total 100 (2024-01, PAN, crossing) 110"});
    EXPECT_EQ(check_lines({january(60, "VEN"), january(40, "HTI"), january(50, "", Sex::male),
                           january(40, "", Sex::female)}),
              Texts{"breakdowns_differ 100 (2024-01, PAN, crossing) 90"});
}

TEST(TotalCheck, holds_a_year_against_its_months) {
    std::vector<Said> months;
    for (int month = 1; month <= 12; ++month)
        months.push_back({fmt::format("2024-{:02}", month), 10});
    months.push_back({"2024", 120});
    EXPECT_EQ(check_lines(months), Texts{});
    months.back().count = 130;
    EXPECT_EQ(check_lines(months), Texts{"parts_do_not_add_up 130 (2024, PAN, crossing) 120"});
}

TEST(TotalCheck, says_what_the_file_comes_to_with_no_part_counted_beside_its_total) {
    using Totals = std::map<Indicator, std::int64_t>;
    const auto totals = [](const std::vector<Said>& said) {
        return check_totals(segment_of(said)).value().totals;
    };
    EXPECT_EQ(totals({{"2024-01", 100},
                      {"2024-01", 60, "VEN"},
                      {"2024-01", 40, "HTI"},
                      {"2024-02", 7},
                      {.period = "2024-01", .count = 5, .place = "HND"}}),
              (Totals{{Indicator::crossing, 112}}));
    EXPECT_EQ(totals({{.period = "2024-01", .count = 80, .indicator = Indicator::stay},
                      {.period = "2024-02", .count = 70, .indicator = Indicator::stay},
                      {.period = "2024-02", .count = 3, .indicator = Indicator::death}}),
              (Totals{{Indicator::death, 3}, {Indicator::stay, 70}}))
        << "people present are not added over months";
}

}  // namespace
}  // namespace tenpoint::movements

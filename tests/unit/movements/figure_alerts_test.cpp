// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_alerts.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "days.hpp"
#include "desks/movements/aberration.hpp"
#include "desks/movements/consolidation_place.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

// "surge 2024-03-12 90/50, lasting": direction, causes with count and expectation. Asked on the
// day after the last figure, unless `today` is another.
std::vector<std::string> alert_lines(ConsolidationInput input, const AlertQuery& query = {},
                                     std::optional<Day> today = {}) {
    const auto joint = consolidate(std::move(input));
    if (!today) today = joint->places().front()->figures.back().figure.last + std::chrono::days{1};
    std::vector<std::string> lines;
    for (const auto& alert : those_sought(find_alerts(*joint, *today), query)) {
        std::string line = boost::describe::enum_to_string(alert.direction, "");
        for (const auto& cause : alert.causes)
            line += fmt::format(" {} {}/{}", to_text(cause.period), cause.count, cause.expected);
        if (alert.lasting) line += ", lasting";
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> alert_lines(const std::vector<Said>& said, const AlertQuery& query = {},
                                     std::optional<Day> today = {}) {
    return alert_lines(ConsolidationInput{{batch_of("Police", said)}, {}, {}, {}}, query, today);
}

std::vector<Said> days_from(Day day, const std::vector<std::int64_t>& counts) {
    std::vector<Said> said;
    for (const auto count : counts) {
        said.push_back({to_text(day), count});
        day += std::chrono::days{1};
    }
    return said;
}

// January of each year from 2016 on.
std::vector<Said> januaries(const std::vector<std::int64_t>& counts) {
    std::vector<Said> said;
    for (const auto count : counts)
        said.push_back({fmt::format("{}-01", 2016 + said.size()), count});
    return said;
}

using Lines = std::vector<std::string>;
const auto march = day("2024-03-01");

TEST(Aberration, is_beyond_three_deviations_of_seven_periods_two_periods_ago) {
    const std::vector<double> before = {40, 50, 60, 50, 40, 60, 50, 900, 900};
    const auto expected = ears_c2(before).value();
    EXPECT_DOUBLE_EQ(expected.expected, 50);
    EXPECT_NEAR(expected.deviation, 8.165, 0.001);
    EXPECT_NEAR(expected.upper(), 74.49, 0.01);
    EXPECT_FALSE(ears_c2(std::span(before).first(8))) << "the baseline is too short";
    EXPECT_DOUBLE_EQ(ears_c2(std::vector<double>(9, 0)).value().upper(), 3)
        << "one person more than nobody is no surge";
}

TEST(Aberration, is_not_moved_by_one_year_of_crisis) {
    const auto expected = seasonal_median(std::vector<double>{100, 9000, 120, 110, 90}).value();
    EXPECT_DOUBLE_EQ(expected.expected, 110);
    EXPECT_NEAR(expected.deviation, 1.4826 * 10, 1e-9);
    EXPECT_FALSE(seasonal_median(std::vector<double>{100, 120}));
    EXPECT_DOUBLE_EQ(seasonal_median(std::vector<double>{100, 100, 100}).value().deviation, 10)
        << "three equal years do not make one more person a surge";
    EXPECT_DOUBLE_EQ(seasonal_median(std::vector<double>{100, 110, 120, 130}).value().expected,
                     115);
}

TEST(FigureAlerts, name_the_days_that_caused_a_surge) {
    EXPECT_EQ(alert_lines(days_from(march, {50, 52, 48, 50, 51, 49, 50, 50, 50, 90, 95, 50})),
              (Lines{"surge 2024-03-10 90/50 2024-03-11 95/50"}));
}

TEST(FigureAlerts, say_whether_a_drop_lasts) {
    EXPECT_EQ(alert_lines(days_from(march, {50, 52, 48, 50, 51, 49, 50, 50, 50, 3})),
              (Lines{"drop 2024-03-10 3/50, lasting"}));
}

TEST(FigureAlerts, last_only_to_the_end_of_all_that_is_known_of_the_place) {
    auto said = days_from(march, {50, 52, 48, 50, 51, 49, 50, 50, 50, 3});
    said.push_back({"2024-04", 1500});
    EXPECT_EQ(alert_lines(said), (Lines{"drop 2024-03-10 3/50"}))
        << "a month was reported since, if not by the day";
}

TEST(FigureAlerts, last_no_longer_than_four_months_without_a_further_figure) {
    const auto said = days_from(march, {50, 52, 48, 50, 51, 49, 50, 50, 50, 3});
    EXPECT_EQ(alert_lines(said, {}, day("2024-07-08")), (Lines{"drop 2024-03-10 3/50, lasting"}));
    EXPECT_EQ(alert_lines(said, {}, day("2024-07-09")), (Lines{"drop 2024-03-10 3/50"}));
}

TEST(FigureAlerts, do_not_judge_what_is_in_progress) {
    const auto said = januaries({100, 120, 90, 110, 400, 20});
    EXPECT_EQ(alert_lines(said, {}, day("2021-01-31")), (Lines{"surge 2020-01 400/105"}));
    EXPECT_EQ(alert_lines(said, {}, day("2021-02-01")),
              (Lines{"drop 2021-01 20/110, lasting", "surge 2020-01 400/105"}));
    ConsolidationInput input{{batch_of("Police", said)}, {}, {}, {}};
    input.batches.front().as_of = day("2021-01-20");
    EXPECT_EQ(alert_lines(input, {}, day("2021-02-01")), (Lines{"surge 2020-01 400/105"}))
        << "the file was of a day in the month";
    input.batches.front().as_of = day("2021-01-31");
    EXPECT_EQ(alert_lines(input, {}, day("2021-02-01")).size(), 2U);
}

TEST(FigureAlerts, hold_a_sum_against_sums_of_the_same_sources) {
    const ConsolidationRule sum{Id{"rule"}, {}, "", RuleMethod::sum, {}};
    const auto lines = [&](const std::vector<std::int64_t>& police,
                           const std::vector<std::int64_t>& office) {
        return alert_lines(
            {{batch_of("Police", januaries(police)), batch_of("Office", januaries(office))},
             {sum},
             {},
             {}});
    };
    EXPECT_EQ(lines({100, 120, 90, 110, 100}, {100, 120, 90, 110}), Lines{})
        << "that one has not reported yet is no drop";
    EXPECT_EQ(lines({100, 120, 90, 110, 100}, {100, 120, 90, 110, 400}),
              (Lines{"surge 2020-01 500/210, lasting"}));

    auto from_2020_on = januaries({0, 0, 0, 0, 400});
    from_2020_on.erase(from_2020_on.begin(), from_2020_on.end() - 1);
    EXPECT_EQ(alert_lines({{batch_of("Police", januaries({100, 120, 90, 110, 100})),
                            batch_of("Office", from_2020_on)},
                           {sum},
                           {},
                           {}}),
              Lines{})
        << "that one reports for the first time is no surge";
}

TEST(FigureAlerts, are_silent_where_the_baseline_is_too_short) {
    EXPECT_EQ(alert_lines(days_from(march, {50, 50, 50, 50, 50, 50, 50, 50, 900})), Lines{});
    auto with_a_gap = days_from(march, {50, 52, 48, 50, 51, 49, 50, 50, 50, 50, 900});
    with_a_gap.erase(with_a_gap.begin() + 4);
    EXPECT_EQ(alert_lines(with_a_gap), Lines{}) << "a day without a figure is no day with nobody";
    EXPECT_EQ(alert_lines(januaries({100, 100, 900})), Lines{});
}

TEST(FigureAlerts, hold_a_month_against_the_same_month_of_earlier_years) {
    EXPECT_EQ(alert_lines(januaries({100, 120, 90, 110, 400})),
              (Lines{"surge 2020-01 400/105, lasting"}));
    EXPECT_EQ(alert_lines(januaries({100, 120, 90, 110, 130})), Lines{});
}

TEST(FigureAlerts, are_narrowed_by_place_indicator_and_time) {
    const auto said = januaries({100, 120, 90, 110, 400, 100});
    EXPECT_EQ(alert_lines(said).size(), 1U);
    EXPECT_EQ(alert_lines(said, {.lasting = true}), Lines{});
    EXPECT_EQ(alert_lines(said, {.places = {"CRI"}}), Lines{});
    EXPECT_EQ(alert_lines(said, {.indicators = {Indicator::death}}), Lines{});
    EXPECT_EQ(alert_lines(said, {.from = day("2020-02-01")}), Lines{});
    EXPECT_EQ(alert_lines(said, {.from = day("2020-01-15"), .to = day("2020-01-15")}).size(), 1U);
}

}  // namespace
}  // namespace tenpoint::movements

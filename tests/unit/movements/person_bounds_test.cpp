// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/person_bounds.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <gtest/gtest.h>

#include "days.hpp"
#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/figure_table.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

// "2024: 310 is 120 to 310, added" for each figure.
std::vector<std::string> bounds(const std::vector<AcceptedBatch>& batches, FigureQuery query,
                                std::vector<ConsolidationRule> rules = {},
                                std::vector<ConsolidationRuling> rulings = {}) {
    const auto joint = consolidate({batches, std::move(rules), std::move(rulings), {}});
    std::vector<std::string> lines;
    for (const auto& figure : figures(*joint, query).figures) {
        const auto& [at_least, at_most, reason] = figure.persons;
        lines.push_back(
            (figure.period ? to_text(*figure.period) + ": " : "") +
            (figure.origin.empty() ? "" : figure.origin + ": ") + std::to_string(figure.count) +
            " is " + (at_least ? std::to_string(*at_least) : "?") + " to " +
            std::to_string(at_most) + ", " + boost::describe::enum_to_string(reason, ""));
        EXPECT_EQ(explain(*joint, query, figure).value().figure.persons, figure.persons)
            << "the explanation says the same as the table";
    }
    return lines;
}

const FigureQuery in_all{};
const FigureQuery by_month{.by = {Grouping::period}};
const FigureQuery by_year{.by = {Grouping::period}, .period_unit = PeriodUnit::year};
const std::vector<Said> police_months = {{"2024-01", 100}, {"2024-02", 120}, {"2024-03", 90}};
const std::vector<Said> office_months = {{"2024-01", 80}, {"2024-02", 150}};

using Words = std::vector<std::string>;

TEST(PersonBounds, of_months_are_the_highest_month_and_their_sum) {
    EXPECT_EQ(bounds({batch_of("Police", police_months)}, in_all),
              Words{"310 is 120 to 310, added"});
    EXPECT_EQ(bounds({batch_of("Police", police_months)}, by_month)[1],
              "2024-02: 120 is 120 to 120, one_count");
}

TEST(PersonBounds, of_two_sources_are_the_higher_and_both_together) {
    const std::vector both = {batch_of("Police", police_months), batch_of("Office", office_months)};
    EXPECT_EQ(bounds(both, by_month),
              (Words{"2024-01: 100 is 100 to 180, compared", "2024-02: 150 is 150 to 270, compared",
                     "2024-03: 90 is 90 to 90, one_count"}));
    EXPECT_EQ(bounds(both, in_all), Words{"340 is 150 to 540, added_and_compared"});
    const ConsolidationRule lowest{Id{"rule"}, {}, "", RuleMethod::lowest, {}};
    EXPECT_EQ(bounds(both, by_month, {lowest})[1], "2024-02: 120 is 120 to 120, one_count")
        << "a rule leaves out whom it sets aside";
}

TEST(PersonBounds, leave_out_whom_a_ruling_sets_aside) {
    const std::vector both = {batch_of("Police", police_months), batch_of("Office", office_months)};
    const ConsolidationRuling february{Id{"r"},           Indicator::crossing, "PAN",
                                       day("2024-02-01"), day("2024-02-29"),   Id{"Police id"}};
    EXPECT_EQ(
        bounds(both, by_month, {}, {february}),
        (Words{"2024-01: 100 is 100 to 180, compared", "2024-02: 120 is 120 to 120, one_count",
               "2024-03: 90 is 90 to 90, one_count"}));
}

TEST(PersonBounds, of_sources_that_count_different_people_say_so) {
    const ConsolidationRule sum{Id{"rule"}, {}, "", RuleMethod::sum, {}};
    EXPECT_EQ(bounds({batch_of("Police", police_months), batch_of("Office", office_months)},
                     by_month, {sum})[0],
              "2024-01: 180 is 100 to 180, added");
}

std::vector<Said> months_of_2024(std::int64_t count, const std::string& place) {
    std::vector<Said> months;
    for (const auto* month :
         {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"})
        months.push_back({.period = std::string("2024-") + month, .count = count, .place = place});
    return months;
}

const std::vector<Said> police_year = {{.period = "2024", .count = 1000, .place = "PAN"}};

TEST(PersonBounds, compare_a_year_with_the_months_of_another_source) {
    const std::vector both = {batch_of("Police", police_year),
                              batch_of("Office", months_of_2024(75, "PAN"))};
    EXPECT_EQ(bounds(both, by_year), Words{"2024: 1000 is 1000 to 1900, compared"});
    EXPECT_EQ(bounds(both, by_month), Words{"2024: 1000 is 1000 to 1900, compared"});
}

TEST(PersonBounds, take_nobody_into_a_row_whose_figure_another_source_was_not_compared_with) {
    const std::vector two_places = {batch_of("Police", police_year),
                                    batch_of("Office", months_of_2024(75, "PAN")),
                                    batch_of("Port", months_of_2024(10, "HND"))};
    const auto rows = bounds(two_places, by_month);
    ASSERT_EQ(rows.size(), 13U);
    EXPECT_EQ(rows[0], "2024: 1000 is 1000 to 1900, compared");
    EXPECT_EQ(rows[1], "2024-01: 10 is 10 to 10, one_count");
    EXPECT_EQ(bounds(two_places, {.to = day("2024-06-30")}), Words{"60 is 10 to 60, added"})
        << "the year, and what was compared with it, is left out";

    const ConsolidationRule lowest{Id{"rule"}, {}, "", RuleMethod::lowest, {}};
    EXPECT_EQ(bounds(two_places, by_month, {lowest})[0], "2024-01: 85 is 75 to 85, added")
        << "nobody knows how many of a year's persons came in January";
    EXPECT_EQ(bounds(two_places, by_year, {lowest}), Words{"2024: 1020 is 75 to 1020, added"});
}

TEST(PersonBounds, of_one_nationality_take_its_cells_of_a_month_for_one_count) {
    const std::vector<Said> by_sex = {{"2024-01", 30, "VEN", Sex::female},
                                      {"2024-01", 40, "VEN", Sex::male},
                                      {"2024-02", 20, "VEN", Sex::female}};
    EXPECT_EQ(bounds({batch_of("Police", by_sex)}, {.by = {Grouping::origin}}),
              Words{"VEN: 90 is 70 to 90, added"});
}

TEST(PersonBounds, of_people_present_are_those_of_the_last_count) {
    std::vector<Said> present = {{"2024-01", 500}, {"2024-02", 400}};
    std::vector<Said> present_too = {{"2024-01", 900}, {"2024-02", 450}};
    for (auto* said : {&present, &present_too})
        for (auto& one : *said)
            one.indicator = Indicator::stay;
    EXPECT_EQ(bounds({batch_of("Camp", present)}, in_all), Words{"400 is 400 to 400, one_count"});
    EXPECT_EQ(bounds({batch_of("Camp", present), batch_of("Office", present_too)}, in_all),
              Words{"450 is 450 to 850, compared"})
        << "what was there in January is not added";
}

TEST(PersonBounds, of_the_dead_are_exact_and_detections_tell_of_nobody) {
    const auto of = [](Indicator indicator) {
        auto months = police_months;
        for (auto& one : months)
            one.indicator = indicator;
        return std::vector{batch_of("Police", months)};
    };
    for (const auto indicator :
         {Indicator::death, Indicator::missing, Indicator::death_and_missing})
        EXPECT_EQ(bounds(of(indicator), in_all), Words{"310 is 310 to 310, counted_once"});
    EXPECT_EQ(bounds(of(Indicator::detection), in_all), Words{"310 is ? to 310, events"});
}

TEST(PersonBounds, tell_nothing_of_a_source_that_whoever_asks_may_not_know_of) {
    auto query = by_month;
    query.knows = [](const Id& batch) { return batch != Id{"Office file"}; };
    EXPECT_EQ(
        bounds({batch_of("Police", police_months), batch_of("Office", office_months)}, query),
        (Words{"2024-01: 100 is 100 to 100, one_count", "2024-02: 150 is 150 to 270, compared",
               "2024-03: 90 is 90 to 90, one_count"}));
}

}  // namespace
}  // namespace tenpoint::movements

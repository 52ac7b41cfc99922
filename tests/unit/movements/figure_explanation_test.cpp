// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_explanation.hpp"

#include <gtest/gtest.h>

#include "desks/movements/corridor_profile.hpp"
#include "desks/movements/figure_effect.hpp"
#include "desks/movements/figure_table.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

// Contributions as lines: "A 2021-05 100 used highest", with what it is broken down by.
std::vector<std::string> lines(const Explanation& explanation) {
    std::vector<std::string> all;
    for (const auto& one : explanation.contributions) {
        auto line = one.source + " " + to_text(one.period) + " " + std::to_string(one.count);
        line += one.used ? " used " : " aside ";
        line += one.reason;
        for (const auto& dimension : one.breakdown)
            line += " " + dimension;
        all.push_back(line);
    }
    return all;
}

Explanation explanation_of(const Consolidation& consolidation, const FigureQuery& query,
                           std::size_t row) {
    const auto table = figures(consolidation, query);
    auto explanation = explain(consolidation, query, table.figures.at(row)).value();
    EXPECT_EQ(explanation.figure.count, table.figures[row].count);
    return explanation;
}

TEST(Explanation, names_what_is_used_and_what_is_set_aside) {
    const auto consolidation = consolidate(
        {{batch_of("A", {{"2021-05", 100}, {"2021-05", 60, "VEN"}, {"2021-05", 40, "HTI"}}),
          batch_of("B", {{"2021-05", 90}}), batch_of("C", {{"2021-05-03", 7}})},
         {},
         {},
         {}});
    const auto explanation = explanation_of(*consolidation, {}, 0);
    EXPECT_EQ(lines(explanation),
              (std::vector<std::string>{
                  "A 2021-05 100 used highest origin", "A 2021-05 100 aside total_of_parts",
                  "B 2021-05 90 aside another_source", "C 2021-05-03 7 aside does_not_tile"}));
    EXPECT_EQ(explanation.method, RuleMethod::highest);
}

TEST(Explanation, tells_the_persons_of_the_table_also_where_places_stand_apart) {
    const std::vector<Said> months = {
        {.period = "2021-05", .count = 100, .place = "PAN"},
        {.period = "2021-06", .count = 70, .place = "PAN"},
        {.period = "2021-05", .count = 90, .place = "HND"},
        {.period = "2021-05", .count = 3, .place = "HND", .indicator = Indicator::death}};
    const auto consolidation =
        consolidate({{batch_of("A", months)}, {}, {}, {{"north", {"PAN", "HND"}}}});
    const auto table = figures(*consolidation, {});
    ASSERT_EQ(table.figures.size(), 3U);
    for (std::size_t row = 0; row < 3; ++row) {
        const auto& persons = table.figures[row].persons;
        EXPECT_NE(persons, PersonBounds{});
        EXPECT_EQ(explanation_of(*consolidation, {}, row).figure.persons, persons) << row;
    }
}

TEST(Explanation, of_one_nationality_shows_its_own_counts) {
    const auto consolidation =
        consolidate({{batch_of("A", {{"2021-05", 60, "VEN"}, {"2021-05", 40, "HTI"}}, "1"),
                      batch_of("A", {{"2021-05", 100, "", Sex::male}}, "2"),
                      batch_of("B", {{"2021-05", 55, "VEN"}, {"2021-05", 40, "HTI"}})},
                     {},
                     {},
                     {}});
    const FigureQuery by_origin{.by = {Grouping::origin}};
    EXPECT_EQ(lines(explanation_of(*consolidation, by_origin, 1)),
              (std::vector<std::string>{"A 2021-05 60 used highest origin",
                                        "A 2021-05 100 aside not_broken_down sex",
                                        "B 2021-05 55 aside another_source origin"}));
}

TEST(Explanation, names_the_ruling) {
    const ConsolidationRuling ruling{Id{"r"},
                                     Indicator::crossing,
                                     "PAN",
                                     day_from_text("2021-01-01").value(),
                                     day_from_text("2021-12-31").value(),
                                     Id{"B id"}};
    const auto consolidation = consolidate(
        {{batch_of("A", {{"2021-05", 100}}), batch_of("B", {{"2021-05", 60}})}, {}, {ruling}, {}});
    const auto explanation = explanation_of(*consolidation, {}, 0);
    EXPECT_EQ(lines(explanation), (std::vector<std::string>{"B 2021-05 60 used ruling",
                                                            "A 2021-05 100 aside another_source"}));
    EXPECT_EQ(explanation.ruling, Id{"r"});
}

TEST(Explanation, says_why_a_month_does_not_count_beside_its_year) {
    const auto consolidation =
        consolidate({{batch_of("A", {{"2021", 100}, {"2021-05", 60}})}, {}, {}, {}});
    EXPECT_EQ(lines(explanation_of(*consolidation, {}, 0)),
              (std::vector<std::string>{"A 2021 100 used only_source",
                                        "A 2021-05 60 aside does_not_tile"}));
}

TEST(Explanation, of_what_is_not_broken_down) {
    const auto consolidation =
        consolidate({{batch_of("A", {{"2021", 100}, {"2021", 60, "VEN"}})}, {}, {}, {}});
    const FigureQuery by_origin{.by = {Grouping::origin}};
    EXPECT_EQ(lines(explanation_of(*consolidation, by_origin, 1)),
              (std::vector<std::string>{"A 2021 40 used only_source",
                                        "A 2021 60 aside partial_breakdown origin"}));
}

TEST(Explanation, of_months_that_are_broken_down_by_different_dimensions) {
    const std::vector<Said> said = {{"2021-05", 30, "", Sex::female},
                                    {"2021-05", 70, "", Sex::male},
                                    {"2021-06", 20, "", Sex::female, AgeGroup::adult},
                                    {"2021-06", 5, "", Sex::female, AgeGroup::child}};
    const auto batch = batch_of("A", said);
    const auto consolidation = consolidate({{batch}, {}, {}, {}});
    const FigureQuery query{.by = {Grouping::sex, Grouping::age}};
    const auto of_no_age = explanation_of(*consolidation, query, 0);
    EXPECT_EQ(lines(of_no_age),
              (std::vector<std::string>{"A 2021-05 30 used only_source sex",
                                        "A 2021-06 25 aside another_breakdown sex age"}));
    EXPECT_EQ(lines(explanation_of(*consolidation, query, 1)),
              (std::vector<std::string>{"A 2021-05 30 aside not_broken_down sex",
                                        "A 2021-06 20 used only_source sex age"}));
    const std::vector<std::vector<std::int64_t>> counts = {{30}, {20, 5}};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto page =
            observations_of(segment_of(said), batch.summary->blank_totals,
                            filter_of(query, of_no_age.figure, of_no_age.contributions[i]), 0, 10)
                .value();
        std::vector<std::int64_t> listed;
        for (const auto& observation : page.observations)
            listed.push_back(observation.count);
        EXPECT_EQ(listed, counts[i]) << "the women of each month";
    }
}

TEST(Explanation, refuses_a_row_that_no_table_has) {
    const auto consolidation = consolidate({{batch_of("A", {{"2021", 1}})}, {}, {}, {}});
    Figure figure;
    figure.indicator = Indicator::death;
    EXPECT_EQ(explain(*consolidation, {}, figure).error().code, ProblemCode::not_found);
}

TEST(Observations, are_listed_by_row_and_page) {
    const std::vector<Said> said = {{"2021-05", 10, "VEN", Sex::male},
                                    {"2021-05", 12, "VEN", Sex::female},
                                    {"2021-05", 40, "HTI", Sex::male},
                                    {"2021-06", 5, "VEN", Sex::male},
                                    {.period = "2021-05", .count = 62, .sector = "Darién"}};
    const auto batch = batch_of("A", said);
    const auto consolidation = consolidate({{batch}, {}, {}, {}});
    const FigureQuery query{.by = {Grouping::origin, Grouping::period}};
    const auto explanation = explanation_of(*consolidation, query, 1);
    ASSERT_EQ(explanation.figure.origin, "VEN");
    const auto& used = explanation.contributions.at(0);
    EXPECT_EQ(used.count, 22);
    EXPECT_EQ(used.observations, 2);

    const auto filter = filter_of(query, explanation.figure, used);
    const auto segment = segment_of(said);
    const auto& blanks = batch.summary->blank_totals;
    const auto first = observations_of(segment, blanks, filter, 0, 1).value();
    ASSERT_EQ(first.observations.size(), 1U);
    EXPECT_EQ(first.observations[0].row, 2);
    EXPECT_EQ(first.dimensions, std::vector<std::string>{"Sector"});
    ASSERT_TRUE(first.next);
    const auto second = observations_of(segment, blanks, filter, *first.next, 10).value();
    ASSERT_EQ(second.observations.size(), 1U);
    EXPECT_EQ(second.observations[0].row, 3);
    EXPECT_EQ(second.observations[0].sex, Sex::female);
    EXPECT_FALSE(second.next);
}

TEST(Observations, of_a_completed_breakdown_are_those_of_all_its_rows) {
    const std::vector<Said> said = {{"2021-05", 12, "", Sex::male, AgeGroup::adult},
                                    {"2021-05", 5, "", Sex::all, AgeGroup::child}};
    const auto batch = batch_of("A", said);
    const auto consolidation = consolidate({{batch}, {}, {}, {}});
    const auto explanation = explanation_of(*consolidation, {}, 0);
    const auto& used = explanation.contributions.at(0);
    EXPECT_EQ(used.count, 17);
    EXPECT_TRUE(used.completed);
    const auto page = observations_of(segment_of(said), batch.summary->blank_totals,
                                      filter_of({}, explanation.figure, used), 0, 10);
    EXPECT_EQ(page->observations.size(), 2U);
}

TEST(CorridorProfile, puts_places_side_by_side_each_by_what_it_counts) {
    const auto consolidation =
        consolidate({{batch_of("A", {{.period = "2021-05", .count = 100, .place = "PAN"},
                                     {.period = "2021-06", .count = 20, .place = "PAN"},
                                     {.period = "2021-05",
                                      .count = 70,
                                      .place = "USA",
                                      .indicator = Indicator::encounter}})},
                     {},
                     {},
                     {{"north", {"PAN", "HND", "USA"}}}});
    const auto profile = corridor_profile(*consolidation, {"PAN", "HND", "USA"},
                                          {Indicator::crossing, Indicator::encounter}, {});
    ASSERT_EQ(profile.size(), 3U);
    EXPECT_EQ(profile[0].total, 120);
    EXPECT_EQ(profile[0].series.size(), 2U);
    EXPECT_FALSE(profile[1].indicator);
    EXPECT_EQ(profile[2].indicator, Indicator::encounter);
    EXPECT_EQ(profile[2].total, 70);
}

TEST(CorridorProfile, of_one_nationality_says_what_it_leaves_out) {
    const auto said = [](const char* place, std::int64_t count, const char* origin) {
        return Said{.period = "2021-05", .count = count, .origin = origin, .place = place};
    };
    auto unbroken = said("PAN", 40, "");
    unbroken.period = "2021-06";
    const auto consolidation = consolidate(
        {{batch_of("A", {said("PAN", 60, "VEN"), said("PAN", 30, "HTI"), unbroken}),
          batch_of("B", {said("HND", 80, "")}), batch_of("C", {said("USA", 70, "HTI")})},
         {},
         {},
         {}});
    const auto profile = corridor_profile(*consolidation, {"PAN", "HND", "USA", "MEX"},
                                          {Indicator::crossing}, {.origins = {"VEN"}});
    ASSERT_EQ(profile.size(), 4U);
    EXPECT_EQ(profile[0].total, 60);
    EXPECT_TRUE(profile[0].origins_left_out) << "June is not broken down";
    EXPECT_EQ(profile[1].total, std::nullopt) << "not known is not none";
    EXPECT_TRUE(profile[1].origins_left_out);
    EXPECT_EQ(profile[2].total, 0) << "all of them were Haitians";
    EXPECT_FALSE(profile[2].origins_left_out);
    EXPECT_FALSE(profile[3].indicator);
}

TEST(FigureEffect, shows_what_accepting_a_batch_changes) {
    const auto now =
        consolidate({{batch_of("A", {{"2021-05", 100}, {"2021-06", 50}}, "old")}, {}, {}, {}});
    const auto corrected = batch_of("A", {{"2021-05", 80}, {"2021-06", 50}}, "new");
    const auto other = batch_of("B", {{"2021-05", 150}});
    const FigureQuery by_month{.by = {Grouping::period}};

    const auto effect = effect_of(*now, corrected, Id{"old"}, by_month);
    ASSERT_EQ(effect.changed.size(), 1U);
    EXPECT_EQ(effect.changed[0].before->count, 100);
    EXPECT_EQ(effect.changed[0].after->count, 80);
    EXPECT_TRUE(effect.new_disagreements.empty());

    const auto disputed = effect_of(*now, other, {}, by_month);
    ASSERT_EQ(disputed.changed.size(), 1U);
    EXPECT_EQ(disputed.changed[0].after->count, 150);
    EXPECT_EQ(disputed.new_disagreements.size(), 1U);
}

TEST(FigureEffect, tells_only_disagreements_that_were_not_there_before) {
    const auto now =
        consolidate({{batch_of("A", {{"2021-05", 100}, {"2021-06", 50}, {"2021-07", 9}}),
                      batch_of("B", {{"2021-05", 150}, {"2021-07", 90}})},
                     {},
                     {},
                     {}});
    ASSERT_EQ(now->disagreements().size(), 2U);
    const auto third = batch_of("C", {{"2021-05", 300}, {"2021-06", 500}, {"2021-07", 9}});
    const auto effect = effect_of(*now, third, {}, {.by = {Grouping::period}});
    ASSERT_EQ(effect.new_disagreements.size(), 1U);
    EXPECT_EQ(to_text(effect.new_disagreements[0].period), "2021-06");
}

}  // namespace
}  // namespace tenpoint::movements

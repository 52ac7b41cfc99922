// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/source_comparison.hpp"

#include <gtest/gtest.h>

#include "days.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

// Two sources over three months: they differ in January by half and in March by a fifth, and are
// nearly of one mind in February. A third counts deaths alone.
std::shared_ptr<const Consolidation> compared(std::vector<ConsolidationRuling> rulings = {}) {
    const std::vector<Said> police = {{"2024-01", 100}, {"2024-02", 100}, {"2024-03", 100}};
    const std::vector<Said> office = {{"2024-01", 50}, {"2024-02", 97}, {"2024-03", 80}};
    std::vector<Said> deaths = {{"2024-01", 4}};
    deaths[0].indicator = Indicator::death;
    return consolidate(
        {{batch_of("Police", police), batch_of("Office", office), batch_of("Morgue", deaths)},
         {},
         std::move(rulings),
         {}});
}

// "2024-01 0.50", and what is said of it.
std::vector<std::string> lines_of(const std::vector<ComparedSources>& all) {
    std::vector<std::string> lines;
    for (const auto& [told, disagrees, ruled] : all) {
        auto line = to_text(told.period);
        if (told.share) line += " " + std::to_string(*told.share).substr(0, 4);
        for (const auto& candidate : told.candidates)
            line += " " + (candidate.source_name.empty() ? "?" : candidate.source_name);
        if (!disagrees) line += " alike";
        if (ruled) line += " ruled";
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(SourceComparison, lists_disagreements_by_share_and_by_whether_they_are_ruled_on) {
    const ConsolidationRuling of_january{Id{"r"},           Indicator::crossing, "PAN",
                                         day("2024-01-01"), day("2024-01-31"),   Id{"Office id"}};
    const auto joint = compared({of_january});
    DisagreementQuery query;
    EXPECT_EQ(lines_of(find_disagreements(*joint, query)),
              (Lines{"2024-01 0.50 Police Office ruled", "2024-03 0.20 Police Office"}));
    query.share = 0.25;
    EXPECT_EQ(lines_of(find_disagreements(*joint, query)),
              (Lines{"2024-01 0.50 Police Office ruled"}));
    query.unruled = true;
    EXPECT_TRUE(find_disagreements(*joint, query).empty());
    query = {.indicators = {Indicator::death}};
    EXPECT_TRUE(find_disagreements(*joint, query).empty());
    query = {.places = {"PAN"}, .unruled = true};
    EXPECT_EQ(lines_of(find_disagreements(*joint, query)), (Lines{"2024-03 0.20 Police Office"}));
}

TEST(SourceComparison, lists_disagreements_about_any_of_the_days_asked_for) {
    const auto joint = compared();
    const auto asked = [&](std::optional<Day> from, std::optional<Day> to) {
        return lines_of(find_disagreements(*joint, {.from = from, .to = to}));
    };
    const Lines january = {"2024-01 0.50 Police Office"}, march = {"2024-03 0.20 Police Office"};
    EXPECT_EQ(asked({}, day("2024-02-29")), january);
    EXPECT_EQ(asked(day("2024-01-31"), day("2024-02-29")), january) << "its last day is asked for";
    EXPECT_EQ(asked(day("2024-02-01"), {}), march);
    EXPECT_EQ(asked(day("2024-02-01"), day("2024-02-29")), Lines{});
}

TEST(SourceComparison, shows_each_stretch_also_where_sources_agree) {
    EXPECT_EQ(lines_of(compare_sources(*compared(), Indicator::crossing, "PAN",
                                       [](const Id&) { return true; })),
              (Lines{"2024-01 0.50 Police Office", "2024-02 0.03 Police Office alike",
                     "2024-03 0.20 Police Office"}));
    EXPECT_TRUE(
        compare_sources(*compared(), Indicator::death, "PAN", [](const Id&) { return true; })
            .empty())
        << "one source alone is not compared";
}

TEST(SourceComparison, tells_nothing_of_a_source_that_is_close_and_not_known) {
    const auto lines =
        lines_of(compare_sources(*compared(), Indicator::crossing, "PAN",
                                 [](const Id& id) { return id != Id{"Office file"}; }));
    EXPECT_EQ(lines, (Lines{"2024-01 Police ?", "2024-03 Police ?"}));
}

TEST(SourceComparison, puts_the_subject_with_most_to_rule_on_first) {
    auto input = compared()->input();
    std::vector<Said> elsewhere = {{"2023-01", 10}, {"2023-02", 10}, {"2023-03", 10}};
    for (auto& said : elsewhere)
        said.place = "CRI";
    input.batches.push_back(batch_of("Police", elsewhere, "CRI 1"));
    for (auto& said : elsewhere)
        said.count = 40;
    input.batches.push_back(batch_of("Office", elsewhere, "CRI 2"));
    const auto joint = consolidate(std::move(input));
    const auto subjects = disputed_subjects(find_disagreements(*joint, {}));
    ASSERT_EQ(subjects.size(), 2U);
    EXPECT_EQ(subjects[0].place, "CRI");
    EXPECT_EQ(subjects[0].unruled, 3);
    EXPECT_EQ(subjects[0].from, day("2023-01-01"));
    EXPECT_EQ(subjects[0].to, day("2023-03-31"));
    EXPECT_NEAR(subjects[0].share.value(), 0.75, 1e-9);
    EXPECT_EQ(subjects[1].disagreements, 2);
}

}  // namespace
}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
// How many people were reached, as the officer who consolidates reports counts them.
#include "desks/coverage/beneficiaries.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tenpoint::coverage {
namespace {

ReachReport report(const char* place, const char* sector, const char* month, std::int64_t total,
                   std::int64_t fresh) {
    return {{"COL", place}, sector, period_from_text(month).value(), total, fresh, {}, {}};
}

TEST(Reached, TotalsOfMonthsAreNeverSummed) {
    const auto reach = consolidate_reach({report("Nariño", "health", "2026-01", 500, 500),
                                          report("Nariño", "health", "2026-02", 500, 20),
                                          report("Nariño", "health", "2026-02", 30, 10)},
                                         {});
    ASSERT_EQ(reach.sectors.size(), 1U);
    const auto& health = reach.sectors.front();
    EXPECT_EQ(health.fresh, 530);
    EXPECT_EQ(health.months.at(period_from_text("2026-01").value()), 500);
    EXPECT_EQ(health.months.at(period_from_text("2026-02").value()), 530);
    EXPECT_EQ(reach.all.sum.people(), 530);
    EXPECT_EQ(reach.all.highest.people(), 530);
}

TEST(Reached, AcrossSectorsDependsOnWhatIsTakenForGranted) {
    auto health = report("Nariño", "health", "2026-01", 0, 100);
    health.by_age = {60, 40};
    auto food = report("Nariño", "food_security", "2026-01", 0, 90);
    food.by_age = {20, 70};
    auto legal = report("Nariño", "protection", "2026-01", 0, 30);
    legal.by_age = {15, 15};
    const auto reach = consolidate_reach({health, food, legal}, {"health", "food_security"});
    EXPECT_EQ(reach.all.sum.people(), 220);
    EXPECT_EQ(reach.all.highest.people(), 60 + 70) << "women of one sector, men of the other";
    EXPECT_EQ(reach.all.grouped.people(), 60 + 70 + 30);
}

TEST(Reached, IsTheHighestOfEachPlaceByItself) {
    const auto reach = consolidate_reach(
        {report("Nariño", "health", "2026-01", 0, 100),
         report("Nariño", "shelter", "2026-01", 0, 10), report("Arauca", "health", "2026-01", 0, 5),
         report("Arauca", "shelter", "2026-01", 0, 50)},
        {});
    EXPECT_EQ(reach.all.highest.people(), 150);
    EXPECT_EQ(reach.places.at({"COL", "Arauca"}).highest.people(), 50);
}

TEST(Reached, WhoIsNotBrokenDownIsCountedAllTheSame) {
    auto half = report("Nariño", "health", "2026-01", 0, 100);
    half.by_population = {50};
    const auto reach = consolidate_reach({half}, {});
    EXPECT_EQ(reach.all.sum.by_population.front(), 50);
    EXPECT_EQ(reach.all.sum.by_population.back(), 50);
    EXPECT_EQ(reach.all.sum.people(), 100);
}

TEST(Reached, WhoIsNotBrokenDownMayBeAmongTheOthers) {
    auto health = report("Nariño", "health", "2026-01", 0, 110);
    health.by_age = {70, 40};
    auto food = report("Nariño", "food_security", "2026-01", 0, 90);
    food.by_age = {20, 70};
    const auto legal = report("Nariño", "protection", "2026-01", 0, 30);
    const auto reach = consolidate_reach({health, food, legal}, {"health", "food_security"});
    EXPECT_EQ(reach.all.highest.people(), 70 + 70);
    EXPECT_EQ(reach.all.highest.by_age.back(), 0);
    EXPECT_EQ(reach.all.highest.by_population.back(), 140);
    EXPECT_EQ(reach.all.grouped.people(), 70 + 70 + 30);
    const auto many = report("Nariño", "shelter", "2026-01", 0, 500);
    EXPECT_EQ(consolidate_reach({health, food, many}, {}).all.highest.people(), 500);
}

TEST(Reached, OfAllPlacesIsTheSumOfThePlaces) {
    auto here = report("Nariño", "health", "2026-01", 0, 0);
    here.by_age = {100};
    auto there = report("Arauca", "health", "2026-01", 0, 0);
    there.by_population = {80};
    const auto reach = consolidate_reach({here, there}, {});
    EXPECT_EQ(reach.places.at({"COL", "Nariño"}).sum.people(), 100);
    EXPECT_EQ(reach.places.at({"COL", "Arauca"}).sum.people(), 80);
    EXPECT_EQ(reach.all.sum.people(), 180);
    EXPECT_EQ(reach.all.highest.people(), 180);
}

TEST(Reached, AreasOfOneNameInTwoCountriesAreTwo) {
    auto there = report("La Paz", "health", "2026-01", 0, 7);
    there.place.country = "BOL";
    const auto reach = consolidate_reach({report("La Paz", "health", "2026-01", 0, 5), there}, {});
    EXPECT_EQ(reach.sectors.size(), 2U);
    EXPECT_EQ(reach.places.at({"BOL", "La Paz"}).sum.people(), 7);
}

TEST(Reached, ForTheFirstTimeIsNotNoughtWhereNobodySays) {
    auto total_only = report("Nariño", "health", "2026-01", 500, 0);
    total_only.fresh.reset();
    total_only.by_age = {300, 200};
    total_only.by_population = {500};
    const auto reach = consolidate_reach({total_only}, {});
    EXPECT_EQ(reach.sectors.front().fresh, std::nullopt);
    EXPECT_EQ(reach.reports, 1);
    EXPECT_EQ(reach.without_fresh, 1);
    EXPECT_EQ(reach.all.sum.people(), 0);
    EXPECT_EQ(consolidate_reach({total_only, report("Nariño", "health", "2026-02", 500, 3)}, {})
                  .sectors.front()
                  .fresh,
              3);
}

std::vector<ReachReport> any_reports() {
    const auto number = rc::gen::inRange<std::int64_t>(0, 50);
    std::vector<ReachReport> reports(*rc::gen::inRange<std::size_t>(0, 20));
    const std::array sectors{"health", "shelter", "protection"};
    for (auto& made : reports) {
        made = report(*rc::gen::inRange(0, 2) == 0 ? "Nariño" : "Arauca",
                      sectors.at(*rc::gen::inRange<std::size_t>(0, 3)), "2026-01", *number, 0);
        for (auto& part : made.by_population)
            part = *number;
        for (auto& part : made.by_age)
            part = *number;
        made.fresh = *number;
    }
    return reports;
}

RC_GTEST_PROP(Reached, IsMostBySumAndLeastByTheHighest, ()) {
    const auto reports = any_reports();
    const auto all = consolidate_reach(reports, {"health", "shelter"}).all;
    RC_ASSERT(all.highest.people() <= all.grouped.people());
    RC_ASSERT(all.grouped.people() <= all.sum.people());
    RC_ASSERT(consolidate_reach(reports, {}).all.grouped.people() == all.sum.people());
    RC_ASSERT(
        consolidate_reach(reports, {"health", "shelter", "protection"}).all.grouped.people() ==
        all.highest.people());
}

RC_GTEST_PROP(Reached, IsTheSameInWhateverOrderReportsCome, ()) {
    auto reports = any_reports();
    const auto before = consolidate_reach(reports, {"health"}).all;
    std::ranges::reverse(reports);
    const auto after = consolidate_reach(reports, {"health"}).all;
    RC_ASSERT(after.grouped.by_age == before.grouped.by_age);
    RC_ASSERT(after.highest.by_population == before.highest.by_population);
}

RC_GTEST_PROP(Reached, IsNotChangedByTheTotalsOfMonths, ()) {
    auto reports = any_reports();
    const auto before = consolidate_reach(reports, {"health"}).all;
    for (auto& each : reports)
        each.total = each.total.value_or(0) + 1'000;
    RC_ASSERT(consolidate_reach(reports, {"health"}).all.sum.people() == before.sum.people());
}

}  // namespace
}  // namespace tenpoint::coverage

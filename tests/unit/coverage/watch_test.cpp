// SPDX-License-Identifier: Apache-2.0
// Since when a gap is there, and what was dismissed.
#include <gtest/gtest.h>

#include "desks/coverage/concern_watch.hpp"
#include "made_response.hpp"

namespace tenpoint::coverage {
namespace {

Watch watch_in(const Response& response, Day day, const ConcernQuery& query,
               const std::vector<Dismissed>& dismissed) {
    return watch_concerns(ResponseIndex(response), {}, day, query, dismissed);
}

Response since_march() {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health)};
    response.needs.front().begins = on("2026-03-15");
    return response;
}

TEST(Watched, IsSinceTheFirstMonthWithoutABreak) {
    auto response = since_march();
    const auto watch = watch_in(response, on("2026-06-10"), {}, {});
    ASSERT_EQ(watch.concerns.size(), 1U);
    EXPECT_EQ(to_text(watch.concerns[0].since), "2026-03");
    EXPECT_FALSE(watch.concerns[0].longer);

    auto clinic = work("Clinic", "doctors", "port", Theme::health);
    clinic.stage = Stage::done;
    clinic.begins = on("2026-04-01");
    clinic.ends = on("2026-04-30");
    response.works = {clinic};
    EXPECT_EQ(to_text(watch_in(response, on("2026-06-10"), {}, {}).concerns[0].since), "2026-05");
}

TEST(Watched, IsLongerThanItLooksBackWhereNobodySaidSinceWhen) {
    auto response = since_march();
    response.needs.front().begins.reset();
    const auto watch = watch_in(response, on("2026-06-10"), {}, {});
    EXPECT_TRUE(watch.concerns[0].longer);
    EXPECT_EQ(to_text(watch.concerns[0].since), "2024-06");
}

TEST(Watched, IsCountedMonthByMonth) {
    const auto months = watch_in(since_march(), on("2026-06-10"), {}, {}).months;
    ASSERT_EQ(months.size(), 25U);
    EXPECT_EQ(to_text(months.back().month), "2026-06");
    EXPECT_EQ(months.back().found[0], 1);
    EXPECT_EQ(months[21].found[0], 1) << "March";
    EXPECT_EQ(months[20].found[0], 0) << "February";
}

TEST(Dismissed, HoldsForThatConcernUntilItsDay) {
    const auto response = since_march();
    const Subject subject{ConcernSort::need_without_action, Id{"port"}, Theme::health, {}, {}};
    const auto dismissed = [&](Dismissed dismissal) {
        return watch_in(response, on("2026-06-10"), {}, {std::move(dismissal)})
            .concerns[0]
            .dismissal.text;
    };
    EXPECT_EQ(dismissed({Id{"a"}, subject, {}}), "a");
    EXPECT_EQ(dismissed({Id{"a"}, subject, on("2026-06-10")}), "a");
    EXPECT_EQ(dismissed({Id{"a"}, subject, on("2026-06-09")}), "");
    auto another = subject;
    another.theme = Theme::nutrition;
    EXPECT_EQ(dismissed({Id{"a"}, another, {}}), "");
}

TEST(Dismissed, NeverHoldsForActionsThatNameNobodyAndMayBecomeMore) {
    auto response = port_and_camp();
    response.works = {work("Everywhere", "", "port", Theme::health)};
    response.works.front().places.push_back(Id{"camp"});
    const Subject subject{ConcernSort::action_without_capacity, {}, {}, {}, {}};
    const auto watch = watch_in(response, on("2026-06-10"), {}, {{Id{"a"}, subject, {}}});
    ASSERT_EQ(watch.concerns.size(), 1U);
    EXPECT_EQ(watch.concerns[0].concern.subject, subject);
    EXPECT_TRUE(watch.concerns[0].dismissal.empty());
}

TEST(Dismissed, HoldsForNoTwoActionsAtOnePlaceThatNameNobody) {
    auto response = port_and_camp();
    response.works = {work("Clinic", "", "port", Theme::health),
                      work("School", "", "port", Theme::data)};
    const Subject subject{
        ConcernSort::action_without_capacity, Id{"port"}, std::nullopt, std::nullopt, {}};
    const auto watch =
        watch_in(response, on("2026-06-10"), {.sort = ConcernSort::action_without_capacity},
                 {{Id{"a"}, subject, {}}});
    ASSERT_EQ(watch.concerns.size(), 1U);
    EXPECT_EQ(watch.concerns[0].concern.subject, subject);
    EXPECT_TRUE(watch.concerns[0].dismissal.empty());
}

TEST(Asked, OfAPlaceAreTheActionsThatNameNobodyAndAreThereToo) {
    auto response = port_and_camp();
    response.places[Id{"abroad"}] = std::nullopt;
    auto here = work("Here", "", "port", Theme::health),
         there = work("There", "", "camp", Theme::data);
    here.places.push_back(Id{"abroad"});
    there.places.push_back(Id{"country"});
    response.works = {here, there};
    const auto told_at = [&](const char* place) {
        std::string works;
        for (const auto& each :
             watch_in(response, on("2026-06-10"), {.place = Id{place}}, {}).concerns)
            for (const auto& grounds : each.concern.grounds)
                for (const auto& work : grounds.works)
                    works += work.text + ' ';
        return works;
    };
    EXPECT_EQ(told_at("country"), "Here There ");
    EXPECT_EQ(told_at("port"), "Here ");
    EXPECT_EQ(told_at("abroad"), "Here ");
}

TEST(Asked, ForSomePeopleAreTheirNeedsThoughNothingIsDoneForEverybody) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health),
                      need("port", Theme::health, Population::refugees)};
    const auto watch = watch_in(response, on("2026-06-10"), {.people = Population::refugees}, {});
    ASSERT_EQ(watch.concerns.size(), 1U);
    EXPECT_EQ(watch.concerns[0].concern.subject.people, Population::refugees);
    EXPECT_EQ(watch.months.back().found[0], 1);
}

TEST(Asked, ArePlacesWithWhatLiesInThemAndPointsWithTheirParts) {
    const auto response = since_march();
    const auto found = [&](const ConcernQuery& query) {
        return watch_in(response, on("2026-06-10"), query, {}).concerns.size();
    };
    EXPECT_EQ(found({.place = Id{"country"}}), 1U);
    EXPECT_EQ(found({.place = Id{"camp"}}), 0U);
    EXPECT_EQ(found({.theme = Theme::health}), 1U);
    EXPECT_EQ(found({.theme = Theme::reception}), 0U);
    EXPECT_EQ(found({.sort = ConcernSort::overlap}), 0U);
    EXPECT_EQ(found({.phase = ResponsePhase::reception}), 1U);
    EXPECT_EQ(found({.phase = ResponsePhase::solutions}), 0U);
    EXPECT_EQ(found({.people = Population::refugees}), 0U);
    EXPECT_EQ(found({.partner = Id{"agency"}}), 0U);
}

}  // namespace
}  // namespace tenpoint::coverage

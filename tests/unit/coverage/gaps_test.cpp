// SPDX-License-Identifier: Apache-2.0
// Where nobody does anything, as a coordinator looks for it.
#include <gtest/gtest.h>

#include "desks/coverage/concern_visibility.hpp"
#include "made_response.hpp"

namespace tenpoint::coverage {
namespace {

const auto some_day = on("2026-06-30");

std::string gaps_of(const Response& response, ConcernSort sort) {
    auto concerns = find_concerns(response, some_day);
    std::erase_if(concerns, [&](const Concern& each) { return each.subject.sort != sort; });
    return told(concerns);
}

std::string unmet(const Response& response) {
    return gaps_of(response, ConcernSort::need_without_action);
}

TEST(Needs, AreGapsUntilSomethingIsUnderWay) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health)};
    EXPECT_EQ(unmet(response), "need_without_action port health");
    response.works = {work("Clinic", "doctors", "port", Theme::health)};
    EXPECT_EQ(unmet(response), "");
    response.works.front().stage = Stage::planned;
    EXPECT_EQ(unmet(response), "need_without_action port health");
    const auto gap = find_concerns(response, some_day);
    EXPECT_TRUE(has_reason(gap.front(), Reason::planned));
}

TEST(Needs, AreMetByWorkAroundThePlaceButNotBesideIt) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health)};
    response.works = {work("All over", "doctors", "country", Theme::health)};
    EXPECT_EQ(unmet(response), "");
    response.works = {work("Beside", "doctors", "camp", Theme::health)};
    EXPECT_EQ(unmet(response), "need_without_action port health");
}

TEST(Needs, MetInAPartOfThePlaceOnlyAreGapsThatSaySo) {
    auto response = port_and_camp();
    response.needs = {need("country", Theme::health)};
    response.works = {work("Beside", "doctors", "camp", Theme::health)};
    EXPECT_EQ(unmet(response), "need_without_action country health");
    const auto gap = find_concerns(response, some_day).front();
    ASSERT_TRUE(has_reason(gap, Reason::only_within));
    EXPECT_FALSE(has_reason(gap, Reason::nobody_works));
    EXPECT_EQ(gap.grounds.at(1).places, std::vector{Id{"camp"}});
    response.works.push_back(work("Here", "ngo", "port", Theme::health));
    EXPECT_EQ(unmet(response), "") << "in each of the parts that the directory knows";
}

TEST(Needs, MetInAnAreaThatNobodyKnowsAreGapsThatNameIt) {
    auto response = port_and_camp();
    response.needs = {need("country", Theme::health)};
    response.works = {work("Somewhere", "doctors", "country", Theme::health)};
    response.works.front().area = "Bol, Lac";
    ASSERT_EQ(unmet(response), "need_without_action country health");
    EXPECT_EQ(find_concerns(response, some_day).front().grounds.at(1).areas,
              std::set<std::string>{"Bol, Lac"});
    response.needs = {need("port", Theme::health)};
    EXPECT_EQ(unmet(response), "") << "that may be where the port is";
}

TEST(Needs, MetInPartsOfAPlaceWhosePartsNobodyKnowsMayBeMetInAllOfIt) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health)};
    response.works = {work("Somewhere", "doctors", "port", Theme::health)};
    response.works.front().area = "North quay";
    const auto gap = find_concerns(response, some_day).front();
    EXPECT_TRUE(has_reason(gap, Reason::perhaps_within));
    EXPECT_FALSE(has_reason(gap, Reason::only_within));
}

TEST(Needs, AreMetByTheWholePointAndByAPartOfItButNotByAnotherPart) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::reception_facilities)};
    response.works = {work("Receive", "agency", "port", Theme::reception)};
    EXPECT_EQ(unmet(response), "");
    response.works = {work("Alternatives", "agency", "port", Theme::alternatives_to_detention)};
    EXPECT_EQ(unmet(response), "need_without_action port reception_facilities");
    response.needs = {need("port", Theme::reception)};
    EXPECT_EQ(unmet(response), "");
}

TEST(Needs, OfSomePeopleAreNotMetByWorkForOthers) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health, Population::women_and_girls)};
    response.works = {work("Clinic", "doctors", "port", Theme::health, {Population::officials})};
    const auto gap = find_concerns(response, some_day);
    EXPECT_EQ(unmet(response), "need_without_action port health women_and_girls");
    EXPECT_TRUE(has_reason(gap.front(), Reason::for_others_only));
    response.works.front().people.clear();
    EXPECT_EQ(unmet(response), "");
}

TEST(Needs, OfSomeAreNotToldBesideThoseOfEverybody) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health, Population::refugees),
                      need("port", Theme::health)};
    EXPECT_EQ(unmet(response), "need_without_action port health");
}

TEST(Needs, OfSomeAreToldWhereLessIsDoneForThemThanForOthers) {
    auto response = port_and_camp();
    response.needs = {need("country", Theme::health),
                      need("country", Theme::health, Population::refugees)};
    response.works = {
        work("Hosts", "doctors", "port", Theme::health, {Population::host_community})};
    EXPECT_EQ(unmet(response),
              "need_without_action country health; need_without_action country health refugees");
    response.works.front().people = {Population::refugees};
    EXPECT_EQ(unmet(response), "need_without_action country health");
}

TEST(Needs, SayWhoCouldDoSomething) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::reception, {}, 900), need("camp", Theme::reception),
                      need("port", Theme::health)};
    const auto gaps = find_concerns(response, some_day);
    ASSERT_EQ(gaps.size(), 4U);
    const auto &camp = gaps[0], &reception = gaps[1], &health = gaps[2];
    EXPECT_TRUE(has_reason(camp, Reason::mandated_elsewhere));
    EXPECT_FALSE(has_reason(camp, Reason::mandated_there));
    EXPECT_TRUE(has_reason(health, Reason::nobody_mandated));
    EXPECT_FALSE(has_reason(health, Reason::expert_there)) << "the doctors are nowhere";
    EXPECT_TRUE(has_reason(reception, Reason::mandated_there));
    EXPECT_TRUE(has_reason(reception, Reason::offered));
    EXPECT_EQ(reception.grounds.front().count, 900);
    EXPECT_EQ(gaps[3].subject.sort, ConcernSort::mandate_without_presence);
}

TEST(Needs, HoldForTheirTimeOnly) {
    auto response = port_and_camp();
    response.needs = {need("port", Theme::health)};
    response.needs.front().ends = on("2026-05-31");
    EXPECT_EQ(unmet(response), "");
}

TEST(Counts, OfMonthsAreAddedAndOfAStockTheLastStands) {
    auto response = port_and_camp();
    const auto counted = [](const char* begins, std::int64_t count, bool is_stock) {
        auto made = need("port", Theme::health, {}, count);
        made.counted = is_stock ? "stay" : "arrival";
        made.is_stock = is_stock;
        made.begins = on(begins);
        return made;
    };
    response.needs = {counted("2026-04-01", 10, false), counted("2026-05-01", 20, false),
                      counted("2026-05-01", 700, true), counted("2026-04-01", 900, true)};
    const auto gaps = find_concerns(response, some_day);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].grounds.at(0).count, 30);
    EXPECT_EQ(gaps[0].grounds.at(1).count, 700);
}

std::string incapable(const Response& response) {
    return gaps_of(response, ConcernSort::action_without_capacity);
}

TEST(Actions, NeedSomebodyThereWhoCanDoThem) {
    auto response = port_and_camp();
    response.works = {work("Receive", "agency", "port", Theme::reception)};
    EXPECT_EQ(incapable(response), "");
    response.works = {work("Heal", "agency", "port", Theme::health)};
    EXPECT_EQ(incapable(response), "action_without_capacity port agency");
    EXPECT_TRUE(has_reason(find_concerns(response, some_day).front(), Reason::other_services));
    response.works = {work("Receive", "agency", "camp", Theme::reception)};
    EXPECT_EQ(incapable(response), "action_without_capacity camp agency");
    response.works = {work("Anything", "ngo", "port", Theme::health)};
    EXPECT_EQ(incapable(response), "") << "it does not say with which services it is there";
    response.works = {work("Nobody's", "", "port", Theme::health)};
    EXPECT_EQ(incapable(response), "action_without_capacity port");
}

TEST(Actions, HaveNoCapacityOnceItsPartnerLeftOrHasNoRoom) {
    auto response = port_and_camp();
    response.works = {work("Receive", "agency", "port", Theme::reception)};
    response.stations.front().until = on("2026-05-31");
    EXPECT_EQ(incapable(response), "action_without_capacity port agency");
    response.stations.front().until.reset();
    response.stations.front().capacity = 0;
    EXPECT_EQ(incapable(response), "action_without_capacity port agency");
    EXPECT_TRUE(has_reason(find_concerns(response, some_day).front(), Reason::no_room));
}

TEST(Actions, OfNobodyAtOnePlaceAreToldTogetherAndTheReasonOnce) {
    auto response = port_and_camp();
    response.works = {work("One", "", "port", Theme::health), work("Two", "", "port", Theme::data)};
    const auto gaps = find_concerns(response, some_day);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(gaps[0].themes, (std::vector{Theme::data, Theme::health}));
    EXPECT_EQ(gaps[0].grounds.size(), 3U);
}

TEST(Actions, OfWhomNobodyKnowsWhereTheyAreAreNoGaps) {
    auto response = port_and_camp();
    response.works = {work("Heal", "doctors", "camp", Theme::health)};
    EXPECT_EQ(incapable(response), "");
    response.works.front().doers.push_back(Id{"agency"});
    EXPECT_EQ(incapable(response), "action_without_capacity camp agency doctors");
    const auto gap = find_concerns(response, some_day).front();
    EXPECT_EQ(gap.grounds.at(1).partners, std::vector{Id{"agency"}}) << "of whom it is known";
}

TEST(Actions, OfSeveralPlacesThatNameNobodyAreToldOnce) {
    auto response = port_and_camp();
    auto everywhere = work("Everywhere", "", "port", Theme::health);
    everywhere.places.push_back(Id{"camp"});
    everywhere.visibility = record::Visibility::restricted;
    response.works = {everywhere};
    EXPECT_EQ(incapable(response), "action_without_capacity");
    const auto gap = find_concerns(response, some_day).front();
    EXPECT_TRUE(has_reason(gap, Reason::nobody_named));
    EXPECT_EQ(narrowest_behind(response, gap.subject), record::Visibility::restricted);
}

TEST(Actions, OfAnAgencyAreDoneByItsOffice) {
    auto response = port_and_camp();
    response.actors[Id{"office"}] = {{}, {}, Id{"agency"}, {}};
    response.stations.push_back({Id{"office"}, Id{"camp"}, {}, {}, {}, {}});
    response.works = {work("Receive", "agency", "camp", Theme::reception)};
    EXPECT_EQ(incapable(response), "");
}

std::string absent(const Response& response) {
    return gaps_of(response, ConcernSort::mandate_without_presence);
}

TEST(Mandates, AreGapsWhereSomethingIsNeededOrDoneAndNobodyOfThoseIsThere) {
    auto response = port_and_camp();
    EXPECT_EQ(absent(response), "");
    response.needs = {need("port", Theme::reception)};
    EXPECT_EQ(absent(response), "");
    response.works = {work("Receive", "ngo", "camp", Theme::reception_facilities)};
    EXPECT_EQ(absent(response), "mandate_without_presence camp reception_facilities agency");
}

TEST(Mandates, OfWhoeverIsNowhereAreGapsByThemselves) {
    auto response = port_and_camp();
    response.actors[Id{"doctors"}].mandates = {Theme::health};
    EXPECT_EQ(absent(response), "mandate_without_presence doctors");
}

TEST(Needs, OfACountryAreMetByWorkInTheRegionsThatItLiesIn) {
    auto response = port_and_camp();
    response.places[Id{"continent"}] = std::nullopt;
    response.places[Id{"region"}] = Id{"continent"};
    response.places[Id{"neighbour"}] = Id{"region"};
    response.places[Id{"country"}] = Id{"region"};
    response.needs = {need("camp", Theme::reception)};
    response.works = {work("Abroad", "agency", "neighbour", Theme::reception)};
    EXPECT_NE(unmet(response), "");
    response.works = {work("Around", "agency", "region", Theme::reception)};
    EXPECT_EQ(unmet(response), "");
    response.works = {work("Far around", "agency", "continent", Theme::reception)};
    EXPECT_EQ(unmet(response), "");
    response.works.clear();
    response.needs = {need("continent", Theme::reception)};
    response.works = {work("Here", "agency", "port", Theme::reception)};
    EXPECT_EQ(unmet(response), "") << "in part: it reaches somebody of it";
}

TEST(Mandates, OfAnAuthorityEndAtItsBorder) {
    auto response = port_and_camp();
    response.places[Id{"abroad"}] = std::nullopt;
    response.actors[Id{"ministry"}] = {{Theme::asylum_procedures}, {}, {}, Id{"country"}};
    response.stations.push_back({Id{"ministry"}, Id{"country"}, {}, {}, {}, {}});
    response.needs = {need("abroad", Theme::asylum_procedures)};
    EXPECT_EQ(absent(response), "");
}

}  // namespace
}  // namespace tenpoint::coverage

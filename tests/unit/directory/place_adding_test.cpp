// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/place_adding.hpp"

#include <gtest/gtest.h>

#include "places_node.hpp"

namespace tenpoint::directory {
namespace {

class AddingPlaces : public NodeWithPlaces {
  protected:
    void SetUp() override {
        NodeWithPlaces::SetUp();
        if (store_) add("SEN", PlaceKind::country);
    }
    static ListedArea area(int level, const char* code, const char* name, const char* parent) {
        return {1, level, code, {name, "", "", ""}, "SEN", parent};
    }
    static PlaceList list() {
        PlaceList list;
        list.areas = {area(1, "SN01", "Dakar", "SEN"), area(2, "SN0101", "Pikine", "SN01")};
        return list;
    }
    PlaceOutcome added(const PlaceList& list, Differing differing = Differing::kept) {
        return add_places(*store_, admin_, list, differing).value();
    }
    PlaceOutcome compared(const PlaceList& list) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) {
                       return Result<PlaceOutcome>{compare_places(snapshot, list)};
                   })
            .value();
    }
};

TEST_P(AddingPlaces, NestsThemAndAddsNothingTwice) {
    EXPECT_EQ(compared(list()).added, 2);
    EXPECT_EQ(places().size(), 1U) << "nothing was added yet";
    EXPECT_EQ(added(list()).added, 2);
    EXPECT_EQ(outside_of("SN0101"), "SN01");
    EXPECT_EQ(outside_of("SN01"), "SEN");
    EXPECT_EQ(find("SN0101")->value.kind, PlaceKind::admin2);
    const auto again = added(list(), Differing::taken_over);
    EXPECT_EQ(again.added, 0);
    EXPECT_EQ(again.known, 2);
    EXPECT_EQ(find("SN01")->envelope.version, 1);
}

TEST_P(AddingPlaces, TellsOtherNamesAndTakesThemOverOnRequestAlone) {
    added(list());
    auto renamed = list();
    renamed.areas[0].name = {"Dakar", "Dakar", "", "داكار"};
    renamed.areas[1].latitude = record::Coordinate{14'750'000};
    renamed.areas[1].longitude = record::Coordinate{-17'400'000};
    EXPECT_EQ(added(renamed).differing, 2);
    EXPECT_EQ(find("SN01")->value.name.ar, "");
    const auto taken = added(renamed, Differing::taken_over);
    EXPECT_EQ(taken.findings.counts(), (std::map<std::string, std::int64_t>{
                                           {"area_renamed", 1}, {"area_without_point", 1}}));
    EXPECT_EQ(find("SN01")->value.name.ar, "داكار");
    EXPECT_EQ(find("SN0101")->value.latitude->microdegrees, 14'750'000);
    EXPECT_EQ(added(list()).known, 2) << "names that the list does not have are not missed";
}

TEST_P(AddingPlaces, RefusesWhatLiesNowhereAndCodesOfOtherThings) {
    add("SN02", PlaceKind::site);
    auto odd = list();
    odd.areas.push_back(area(1, "SN02", "Diourbel", "SEN"));
    odd.areas.push_back(area(2, "SN0901", "Nowhere", "SN09"));
    const auto outcome = added(odd);
    EXPECT_EQ(outcome.added, 2);
    EXPECT_EQ(outcome.refused, 2);
    EXPECT_EQ(outcome.findings.counts(), (std::map<std::string, std::int64_t>{
                                             {"area_code_taken", 1}, {"area_parent_unknown", 1}}));
    EXPECT_FALSE(find("SN0901"));
    EXPECT_EQ(find("SN02")->value.kind, PlaceKind::site);
}

TEST_P(AddingPlaces, LeavesWhatLiesWhereToTheCoordinator) {
    const auto here = add("SEN-NORTH", PlaceKind::region);
    add("SN01", PlaceKind::admin1, here);
    const auto outcome = added(list(), Differing::taken_over);
    EXPECT_EQ(outside_of("SN01"), "SEN-NORTH");
    EXPECT_EQ(outcome.findings.counts().at("area_elsewhere"), 1);
    EXPECT_EQ(outside_of("SN0101"), "SN01");
}

TEST_P(AddingPlaces, GoesPieceByPieceAndTellsHowFarItIs) {
    PlaceList many = list();
    for (int i = 0; i < 1200; ++i)
        many.areas.push_back(area(2, ("SN01" + std::to_string(1000 + i)).c_str(), "A", "SN01"));
    std::vector<double> told;
    EXPECT_EQ(add_places(*store_, admin_, many, Differing::kept,
                         [&](double part) { told.push_back(part); })
                  .value()
                  .added,
              1202);
    EXPECT_EQ(told.size(), 3U);
    EXPECT_EQ(told.back(), 1.0);
}

TEST_P(AddingPlaces, IsForCoordinatorsAlone) {
    const access::Principal officer{
        access::Principal::Sort::user, {}, {}, access::Role::information_officer, "officer"};
    const auto refused = add_places(*store_, officer, list(), Differing::kept);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ProblemCode::forbidden);
    EXPECT_FALSE(find("SN01"));
}

INSTANTIATE_TEST_SUITE_P(On, AddingPlaces, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::directory

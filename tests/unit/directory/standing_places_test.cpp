// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/standing_places.hpp"

#include <gtest/gtest.h>

#include "desks/directory/all_places.hpp"
#include "places_node.hpp"

namespace tenpoint::directory {
namespace {

class StandingPlaces : public NodeWithPlaces {
  protected:
    void start() { ASSERT_TRUE(add_standing_places(*store_, admin_)); }
};

TEST_P(StandingPlaces, AreCountriesWithinTheirRegions) {
    start();
    EXPECT_EQ(outside_of("SEN"), "M49-011");
    EXPECT_EQ(outside_of("M49-011"), "M49-202");
    EXPECT_EQ(outside_of("M49-202"), "M49-002");
    EXPECT_EQ(outside_of("M49-002"), "");
    EXPECT_EQ(outside_of("ATA"), "");
    const auto lookup =
        store_
            ->read(admin_,
                   [](const store::Snapshot& snapshot) {
                       return Result<std::shared_ptr<const PlaceLookup>>{all_places(snapshot)};
                   })
            .value();
    EXPECT_EQ(lookup->find("Afrique occidentale"), "M49-011");
    EXPECT_TRUE(lookup->lies_within("SEN", "M49-002"));
    EXPECT_EQ(lookup->country_of("SEN"), "SEN");
    EXPECT_EQ(lookup->country_of("M49-011"), "") << "a region is in no country";
    EXPECT_EQ(lookup->find("Micronesia"), "FSM") << "as before there were regions";
    const auto count = places().size();
    start();
    EXPECT_EQ(places().size(), count) << "once";
}

TEST_P(StandingPlaces, OfAnEarlierVersionGetTheirRegionsAndKeepWhatACoordinatorSaid) {
    const auto sahel = add("SAHEL", PlaceKind::region);
    add("MLI", PlaceKind::country, sahel);
    add("SEN", PlaceKind::country);
    start();
    EXPECT_EQ(outside_of("MLI"), "SAHEL");
    EXPECT_EQ(outside_of("SEN"), "M49-011");
    EXPECT_FALSE(find("NER")) << "a country that was taken away stays away";
}

TEST_P(StandingPlaces, ThatWereTakenAwayStayAway) {
    start();
    const auto micronesia = find("M49-057").value();
    for (auto& place : places()) {
        if (!place.value.parent || place.value.parent->id != micronesia.envelope.id) continue;
        place.value.parent.reset();
        ASSERT_TRUE(store_->write(
            admin_, [&](store::Transaction& transaction) { return transaction.update(place); }));
    }
    ASSERT_TRUE(store_->write(admin_, [&](store::Transaction& transaction) {
        return transaction.remove(record::kind_info<Place>(), micronesia.envelope.id, 1);
    }));
    start();
    EXPECT_FALSE(find("M49-057"));
    EXPECT_EQ(outside_of("FSM"), "");
}

INSTANTIATE_TEST_SUITE_P(On, StandingPlaces, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::directory

// SPDX-License-Identifier: Apache-2.0
// Who does what where, as a partner looks for whom to work with.
#include "desks/coverage/who_does_what.hpp"

#include <gtest/gtest.h>

#include "made_response.hpp"

namespace tenpoint::coverage {
namespace {

DoingQuery june(DoingQuery query = {}) {
    query.from = on("2026-06-01");
    query.to = on("2026-06-30");
    return query;
}

Response clinics() {
    auto response = port_and_camp();
    auto clinic = work("Clinic", "doctors", "port", Theme::health, {Population::refugees});
    clinic.places.push_back(Id{"camp"});
    clinic.doers.push_back(Id{"ngo"});
    auto beds = work("Beds", "agency", "port", Theme::reception_facilities);
    beds.themes.push_back(Theme::reception);
    response.works = {clinic, beds};
    return response;
}

TEST(WhoDoesWhat, IsARowForEachPartnerPlaceAndTheme) {
    const auto rows = who_does_what(clinics(), june());
    ASSERT_EQ(rows.size(), 7U);
    EXPECT_EQ(rows[0].partner.text, "agency");
    EXPECT_EQ(rows[0].theme, Theme::reception);
    EXPECT_TRUE(rows[0].present);
    EXPECT_EQ(rows[0].under_way, 1);
    EXPECT_FALSE(rows[1].present) << "its presence offers the point, not this part";
    EXPECT_EQ(rows.back().partner.text, "ngo");
    EXPECT_EQ(rows.back().place, Id{"port"});
}

TEST(WhoDoesWhat, IsInTheMatrixOnceForEachAction) {
    const auto by_place = partners_by_place(clinics(), june());
    EXPECT_EQ(by_place.at(Id{"agency"}).at(Id{"port"}).under_way.size(), 1U);
    EXPECT_TRUE(by_place.at(Id{"agency"}).at(Id{"port"}).present);
    EXPECT_EQ(by_place.at(Id{"doctors"}).size(), 2U);
    const auto by_theme = partners_by_theme(clinics(), june());
    EXPECT_EQ(by_theme.at(Id{"agency"}).size(), 1U) << "a part counts for its point";
    EXPECT_EQ(by_theme.at(Id{"agency"}).at(Theme::reception).under_way.size(), 1U);
}

TEST(WhoDoesWhat, IsWhatIsAskedFor) {
    const auto rows = [](const DoingQuery& query) {
        return who_does_what(clinics(), june(query)).size();
    };
    EXPECT_EQ(rows({.place = Id{"camp"}}), 2U);
    EXPECT_EQ(rows({.place = Id{"country"}}), 7U);
    EXPECT_EQ(rows({.theme = Theme::reception}), 2U);
    EXPECT_EQ(rows({.partner = Id{"ngo"}}), 3U);
    EXPECT_EQ(rows({.people = Population::refugees}), 4U);
}

TEST(WhoDoesWhat, IsOfItsTime) {
    auto response = clinics();
    response.works[0].stage = Stage::done;
    response.works[0].ends = on("2026-05-31");
    response.works[1].begins = on("2026-07-01");
    response.stations.clear();
    const auto rows = who_does_what(response, june());
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].planned, 1);
    EXPECT_EQ(rows[0].under_way, 0);
}

}  // namespace
}  // namespace tenpoint::coverage

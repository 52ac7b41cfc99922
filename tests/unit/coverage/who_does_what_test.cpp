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

TEST(WhoDoesWhat, IsRolledUpToCountriesAndAreasButNotToRegions) {
    auto response = port_and_camp();
    response.places[Id{"region"}] = std::nullopt;
    response.places[Id{"country"}] = Id{"region"};
    response.places[Id{"area"}] = Id{"country"};
    response.places[Id{"port"}] = Id{"area"};
    response.place_kinds = {{Id{"region"}, PlaceKind::region},
                            {Id{"country"}, PlaceKind::country},
                            {Id{"area"}, PlaceKind::admin1},
                            {Id{"port"}, PlaceKind::border},
                            {Id{"camp"}, PlaceKind::site}};
    response.stations.clear();
    for (const auto* place : {"region", "country", "port", "camp"})
        response.works.push_back(work(place, "ngo", place, Theme::health));
    const auto columns = [&](std::optional<MatrixLevel> level) {
        std::string told;
        const auto matrix = partners_by_place(response, june(), level);
        for (const auto& [place, cell] : matrix.at(Id{"ngo"}))
            told += place.text + ' ' + std::to_string(cell.under_way.size()) + ' ';
        return told;
    };
    EXPECT_EQ(columns({}), "camp 1 country 1 port 1 region 1 ");
    EXPECT_EQ(columns(MatrixLevel::admin1), "area 1 country 2 region 1 ");
    EXPECT_EQ(columns(MatrixLevel::country), "country 3 region 1 ");

    // Each cell opens to what it counts.
    response.actors[Id{"office"}].whole = Id{"ngo"};
    response.works.push_back(work("Of a part", "office", "country", Theme::health));
    const auto opened = [&](const char* place, std::optional<MatrixLevel> level) {
        std::string works;
        for (const auto& row :
             who_does_what(response, june({.cell = AskedCell{Id{"ngo"}, Id{place}, level, {}}})))
            for (const auto& id : row.works)
                works += id.text + ' ';
        return works;
    };
    EXPECT_EQ(opened("country", {}), "country ");
    EXPECT_EQ(opened("country", MatrixLevel::admin1), "camp country ");
    EXPECT_EQ(opened("country", MatrixLevel::country), "camp country port ");
    EXPECT_EQ(opened("region", MatrixLevel::country), "region ");
}

TEST(WhoDoesWhat, OfACellOfAPointIsWhatTheCellCounts) {
    const AskedCell cell{Id{"agency"}, {}, {}, Theme::reception};
    const auto rows = who_does_what(clinics(), june({.cell = cell}));
    ASSERT_EQ(rows.size(), 2U) << "the point and its part";
    EXPECT_EQ(rows[1].theme, Theme::reception_facilities);
}

TEST(WhoDoesWhat, SaysWhenThereWereReportsBefore) {
    auto response = clinics();
    auto reported = work("Report", "ngo", "camp", Theme::health);
    reported.stage = Stage::reported;
    reported.begins = on("2025-04-01");
    reported.ends = on("2025-07-31");
    reported.last_report = period_from_text("2025-05");
    response.works.push_back(reported);
    const auto before = [&](DoingQuery query) { return last_reports_before(response, query); };
    EXPECT_EQ(before(june()), period_from_text("2025-05"));
    EXPECT_EQ(before(june({.place = Id{"port"}})), std::nullopt);
    EXPECT_EQ(before({.from = on("2025-07-01"), .to = on("2025-07-31")}), std::nullopt);
    EXPECT_EQ(before({.from = on("2025-01-01"), .to = on("2025-01-31")}), std::nullopt);
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

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/place_lookup.hpp"

#include <gtest/gtest.h>

namespace tenpoint::movements {
namespace {

TEST(PlaceLookup, finds_places_by_code_or_name_in_any_language_and_countries_besides) {
    PlaceLookup places;
    places.add("GRC-ISLANDS",
               {"Greek islands", "Îles grecques", "Islas griegas", "الجزر اليونانية"});
    for (const auto* text :
         {"GRC-ISLANDS", "grc-islands", "Greek Islands ", "iles grecques", "الجزر اليونانية"})
        EXPECT_EQ(places.find(text), "GRC-ISLANDS") << text;
    EXPECT_EQ(places.find("Sénégal"), "SEN");
    EXPECT_EQ(places.find("OOO"), "");
    EXPECT_EQ(places.find("nowhere"), "");
    EXPECT_EQ(places.suggest("Greek ilands"), "GRC-ISLANDS");
    EXPECT_EQ(places.suggest("something else"), "");
}

TEST(PlaceLookup, a_name_that_two_places_share_finds_neither) {
    PlaceLookup places;
    places.add("A1", {"Santa Cruz", "", "", ""});
    places.add("B2", {"Santa Cruz", "", "", ""});
    EXPECT_EQ(places.find("Santa Cruz"), "");
    EXPECT_EQ(places.find("A1"), "A1");
}

TEST(PlaceLookup, an_admin_area_is_known_with_what_it_lies_in) {
    PlaceLookup places;
    places.add("COL", {"Colombia", "", "", ""});
    places.add("CO05", {"Antioquia", "", "", ""}, "COL");
    places.add("CO05001", {"San Carlos", "", "", ""}, "CO05");
    places.add("VE08", {"San Carlos", "", "", ""}, "VEN");
    EXPECT_EQ(places.find_all("san carlos"), (std::vector<std::string>{"CO05001", "VE08"}));
    EXPECT_TRUE(places.lies_within("CO05001", "COL"));
    EXPECT_TRUE(places.lies_within("CO05", "CO05"));
    EXPECT_FALSE(places.lies_within("COL", "CO05"));
    EXPECT_FALSE(places.lies_within("VE08", "COL"));
    EXPECT_EQ(places.country_of("CO05001"), "COL");
    EXPECT_EQ(places.country_of("VE08"), "VEN");
    EXPECT_EQ(places.country_of("ROUTE-X"), "");
    EXPECT_EQ(places.suggest("San Carlso"), "");
    EXPECT_EQ(places.suggest("San Carlso", "VEN"), "VE08");
    EXPECT_EQ(places.suggest("San Carlso", "PER"), "");
}

TEST(PlaceLookup, knows_regions_that_stand_in_nobodys_way) {
    PlaceLookup places;
    places.add("M49-009", {"Oceania", "Océanie", "Oceanía", ""});
    places.add("M49-057", {"Micronesia", "Micronésie", "Micronesia", ""}, "M49-009");
    places.add("M49-202", {"Sub-Saharan Africa", "", "", ""}, "M49-002");
    places.add("M49-011", {"Western Africa", "", "", ""}, "M49-202");
    places.add("NER", {"Niger", "", "", ""}, "M49-011");
    places.add("NG027", {"Niger", "", "", ""}, "NGA");
    EXPECT_EQ(places.find("Micronesia"), "FSM");
    EXPECT_EQ(places.find("M49-057"), "M49-057");
    EXPECT_EQ(places.find("western africa"), "M49-011");
    EXPECT_EQ(places.find("011"), "") << "anybody's code of a district";
    EXPECT_EQ(places.find_all("Niger"), (std::vector<std::string>{"NER", "NG027"}))
        << "a country that lies in a region is a country";
    EXPECT_TRUE(places.lies_within("NER", "M49-202"));
    EXPECT_EQ(places.country_of("NER"), "NER");
    EXPECT_EQ(places.country_of("M49-011"), "");
    places.add("M49-019", {"Americas", "Amériques", "Américas", ""});
    for (const auto* continent : {"América", "America", "Amérique", "Américas"})
        EXPECT_EQ(places.find(continent), "M49-019") << continent;
}

TEST(PlaceLookup, suggests_among_many_names_what_a_look_at_each_would) {
    PlaceLookup places;
    for (int i = 0; i < 2000; ++i)
        places.add("X" + std::to_string(i), {"District number " + std::to_string(i), "", "", ""});
    places.add("SO24", {"Baydhaba", "", "", "بيدوا"}, "SOM");
    for (const auto* slip : {"Baydhab", "Baydaba", "Byadhaba", "Baidhaba", "Xaydhaba", "Baydhabaa"})
        EXPECT_EQ(places.suggest(slip), "SO24") << slip;
    EXPECT_EQ(places.suggest("بيدو"), "SO24");
    EXPECT_EQ(places.suggest("Mogadishu"), "");
}

TEST(PlaceLookup, survives_places_that_lie_in_each_other) {
    PlaceLookup places;
    places.add("A", {"One", "", "", ""}, "B");
    places.add("B", {"Two", "", "", ""}, "A");
    EXPECT_TRUE(places.lies_within("A", "B"));
    EXPECT_FALSE(places.lies_within("A", "C"));
    EXPECT_EQ(places.country_of("A"), "");
}

}  // namespace
}  // namespace tenpoint::movements

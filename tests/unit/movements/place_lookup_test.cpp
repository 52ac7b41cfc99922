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

}  // namespace
}  // namespace tenpoint::movements

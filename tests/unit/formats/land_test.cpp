// SPDX-License-Identifier: Apache-2.0
#include "formats/land.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

struct LandPoint {
    const char* what;
    const char* country;
    Coordinate at;
    bool on_land;  // of the country
    bool at_sea;
};

TEST(Land, TellsWhetherAPointCanBeInACountry) {
    for (const auto& [what, country, at, on_land, at_sea] : std::vector<LandPoint>{
             {"Bogotá", "COL", {-74.08, 4.61}, true, false},
             {"Bogotá with its sign lost", "COL", {74.08, 4.61}, false, true},
             {"Bogotá the other way round", "COL", {4.61, -74.08}, false, false},
             {"a beach of the Darién", "PAN", {-77.35, 8.65}, true, false},
             {"Lampedusa", "ITA", {12.6, 35.5}, true, false},
             {"Lesvos", "GRC", {26.5, 39.2}, true, false},
             {"El Hierro", "ESP", {-18.0, 27.7}, true, false},
             {"Melilla", "ESP", {-2.94, 35.29}, true, false},
             {"Bogotá, said of Peru", "PER", {-74.08, 4.61}, false, false},
             {"the open Atlantic", "SEN", {-30, 0}, false, true},
             {"the Sicilian Channel", "TUN", {18.3, 34.3}, false, true},
         }) {
        const Land land(country);
        ASSERT_TRUE(land.is_known()) << what;
        EXPECT_EQ(land.holds(at), on_land) << what;
        EXPECT_EQ(is_at_sea(at), at_sea) << what;
    }
    EXPECT_FALSE(Land("MLT").is_known());
    EXPECT_FALSE(Land("no country").is_known());
}

}  // namespace
}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/position.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tenpoint::formats {
namespace {

TEST(Angles, AreReadAsPeopleWriteThem) {
    struct Written {
        const char* text;
        double degrees;
        char hemisphere = '\0';
    };
    for (const auto& [text, degrees, hemisphere] : std::vector<Written>{
             {"4.6097", 4.6097},
             {"-74,0817", -74.0817},
             {"33.500", 33.5},
             {"33,500", 33.5},
             {"٣٣٫٥", 33.5},
             {"4.6° N", 4.6, 'N'},
             {"74,08 O", -74.08, 'W'},
             {"4°35'56\"N", 4.598888888888889, 'N'},
             {"74° 04’ 51” W", -74.080833333333333, 'W'},
             {"74 04 51 W", -74.080833333333333, 'W'},
             {"S 4 35.5", -4.591666666666667, 'S'},
             {"4º35′Norte", 4.583333333333333, 'N'},
             {"33°30' شمالا", 33.5, 'N'},
             {"-4°30'", -4.5},
         }) {
        const auto angle = parse_angle(text);
        ASSERT_TRUE(angle) << text;
        EXPECT_NEAR(angle->degrees, degrees, 1e-9) << text;
        EXPECT_EQ(angle->hemisphere, hemisphere) << text;
    }
    for (const auto* none :
         {"", "north", "N", "4°60'", "4 35 61 N", "4 35 56 7", "-4 S", "4 -30", "12 Q", "1.2.3.4"})
        EXPECT_FALSE(parse_angle(none)) << none;
}

TEST(Positions, MayStandInOneCell) {
    for (const auto* text :
         {"4.5, -74.25", "4.5,-74.25", "4,5; -74,25", "4,5, -74,25", "4,5 -74,25", "(4.5 -74.25)",
          "[4.5, -74.25]", "4.5 | -74.25", "POINT(-74.25 4.5)", "POINT (-74.25 4.5)",
          "4°30'N 74°15'W", "4° 30' N, 74° 15' W", "4 30 00 N 74 15 00 W", "N4°30' W74°15'",
          "4°30'N74°15'O", "74.25 W, 4.5 N"}) {
        const auto position = parse_position(text);
        ASSERT_TRUE(position) << text;
        EXPECT_EQ(*position, (Position{4.5, -74.25})) << text;
    }
    for (const auto* none : {"", "4.5", "north, west", "4.5 N, 74 N", "1, 2, 3", "4.5,", "POINT"})
        EXPECT_FALSE(parse_position(none)) << none;
}

RC_GTEST_PROP(Positions, AnyBytesAreSurvived, (const std::string& bytes)) {
    parse_angle(bytes);
    parse_position(bytes);
}

}  // namespace
}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/regions.hpp"

#include <set>

#include <gtest/gtest.h>

#include "formats/countries.hpp"

namespace tenpoint::formats {
namespace {

TEST(Regions, StandBehindWhatTheyLieInAndHaveNamesInFourLanguages) {
    std::set<std::string> known{""};
    for (const auto& region : all_regions()) {
        EXPECT_TRUE(known.contains(region.parent)) << region.code;
        EXPECT_TRUE(known.insert(region.code).second) << region.code;
        for (const auto* text :
             {&region.name.en, &region.name.fr, &region.name.es, &region.name.ar})
            EXPECT_FALSE(text->empty()) << region.code;
    }
    EXPECT_EQ(all_regions().size(), 29U);
    ASSERT_TRUE(region("M49-011"));
    EXPECT_EQ(region("M49-011")->name.fr, "Afrique occidentale");
    EXPECT_EQ(region("M49-011")->parent, "M49-202");
    EXPECT_FALSE(region("011"));
    EXPECT_FALSE(region("M49-001")) << "the world tells nothing apart";
}

TEST(Regions, HoldEveryCountryButAntarctica) {
    EXPECT_EQ(region_of_country("SEN"), "M49-011");
    EXPECT_EQ(region_of_country("XKX"), "M49-039");
    EXPECT_EQ(region_of_country("OOS"), "") << "a group is no country";
    EXPECT_EQ(region_of_country("nowhere"), "");
    for (const auto& country : all_countries())
        if (!country.is_group() && country.alpha3 != "ATA") {
            EXPECT_TRUE(region(region_of_country(country.alpha3))) << country.alpha3;
        }
}

}  // namespace
}  // namespace tenpoint::formats

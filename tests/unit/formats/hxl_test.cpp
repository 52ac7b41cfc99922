// SPDX-License-Identifier: Apache-2.0
#include "formats/hxl.hpp"

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

struct Tagged {
    const char* cell;
    const char* tag;  // empty: none
};

class Hashtags : public testing::TestWithParam<Tagged> {};

TEST_P(Hashtags, AreReadInTodaysWords) {
    const auto tag = parse_hxl_tag(GetParam().cell);
    EXPECT_EQ(tag ? to_text(*tag) : "", GetParam().tag) << GetParam().cell;
}

INSTANTIATE_TEST_SUITE_P(Today, Hashtags,
                         testing::Values(Tagged{"#affected", "#affected"},
                                         Tagged{"#affected+f+adults", "#affected+adults+f"},
                                         Tagged{"#Affected +F +Adults", "#affected+adults+f"},
                                         Tagged{"  #affected + f+f ", "#affected+f"},
                                         Tagged{"# country+origin", ""},
                                         Tagged{"#adm1+code+v_pcode", "#adm1+code+v_pcode"},
                                         Tagged{"#sector?", "#sector"}, Tagged{"affected", ""},
                                         Tagged{"", ""}, Tagged{"#", ""}, Tagged{"#1", ""},
                                         Tagged{"#affected+", ""}, Tagged{"#affected f", ""},
                                         Tagged{"#affected+f-m", ""}, Tagged{"# of people", ""},
                                         Tagged{"#N/A", ""}, Tagged{"#تأثر", ""}));

// Every tag of the sample files of 2014.
INSTANTIATE_TEST_SUITE_P(
    Of2014, Hashtags,
    testing::Values(Tagged{"#period_date", "#date"}, Tagged{"#from_date", "#date+start"},
                    Tagged{"#adm1_id", "#adm1+code"}, Tagged{"#country_id", "#country+code"},
                    Tagged{"#country/en", "#country+i_en"}, Tagged{"#idp_num", "#affected+idps"},
                    Tagged{"#refugee_num", "#affected+refugees"}, Tagged{"#aff_num", "#affected"},
                    Tagged{"#inneed_num", "#inneed"}, Tagged{"#targeted_num", "#targeted"},
                    Tagged{"#lat_deg", "#geo+lat"}, Tagged{"#lon_deg", "#geo+lon"},
                    Tagged{"#loctype/en", "#loc+i_en+type"},
                    Tagged{"#loctype_id", "#loc+code+type"},
                    Tagged{"#origin_id", "#country+code+origin"},
                    Tagged{"#source_id", "#meta+code+source"}, Tagged{"#crisis_lnk", "#crisis+url"},
                    Tagged{"#females_num", "#population+f"}, Tagged{"#funder", "#org+funder"},
                    Tagged{"#x_whoadm1_id", "#x_whoadm1+code"},
                    Tagged{"#activity_id", "#activity+code"}));

TEST(HxlTag, KnowsItsAttributes) {
    const auto tag = parse_hxl_tag("#affected+refugees+f");
    ASSERT_TRUE(tag);
    EXPECT_TRUE(tag->has("f"));
    EXPECT_TRUE(tag->has("refugees"));
    EXPECT_FALSE(tag->has("m"));
    EXPECT_EQ(tag, parse_hxl_tag("#affected +f +refugees"));
}

TEST(IsHxlRow, AsksForMoreThanHalfOfTheFilledCells) {
    const auto is_row = [](std::vector<std::string_view> texts) {
        std::vector<Cell> cells;
        for (auto text : texts)
            cells.push_back({text, CellKind::text});
        return is_hxl_row(cells);
    };
    EXPECT_TRUE(is_row({"#sector", "#org", "", "", "#date"}));
    EXPECT_TRUE(is_row({"#sector", "#org", "note"}));
    EXPECT_FALSE(is_row({"#sector", "note"}));
    EXPECT_FALSE(is_row({"Country", "#", "# of people"}));
    EXPECT_FALSE(is_row({"", " "}));
    EXPECT_FALSE(is_row({}));
}

}  // namespace
}  // namespace tenpoint::formats

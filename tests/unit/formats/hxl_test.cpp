// SPDX-License-Identifier: Apache-2.0
#include "formats/hxl.hpp"

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

struct Written {
    const char* cell;
    const char* tag;  // empty: none
};

class Hashtags : public testing::TestWithParam<Written> {};

TEST_P(Hashtags, AreReadInTodaysWords) {
    const auto tag = parse_hxl_tag(GetParam().cell);
    EXPECT_EQ(tag ? to_text(*tag) : "", GetParam().tag) << GetParam().cell;
}

INSTANTIATE_TEST_SUITE_P(Today, Hashtags,
                         testing::Values(Written{"#affected", "#affected"},
                                         Written{"#affected+f+adults", "#affected+adults+f"},
                                         Written{"#Affected +F +Adults", "#affected+adults+f"},
                                         Written{"  #affected + f+f ", "#affected+f"},
                                         Written{"# country+origin", ""},
                                         Written{"#adm1+code+v_pcode", "#adm1+code+v_pcode"},
                                         Written{"#sector?", "#sector"}, Written{"affected", ""},
                                         Written{"", ""}, Written{"#", ""}, Written{"#1", ""},
                                         Written{"#affected+", ""}, Written{"#affected f", ""},
                                         Written{"#affected+f-m", ""}, Written{"# of people", ""},
                                         Written{"#N/A", ""}, Written{"#تأثر", ""}));

// Every tag of the sample files of 2014.
INSTANTIATE_TEST_SUITE_P(
    Of2014, Hashtags,
    testing::Values(Written{"#period_date", "#date"}, Written{"#from_date", "#date+start"},
                    Written{"#adm1_id", "#adm1+code"}, Written{"#country_id", "#country+code"},
                    Written{"#country/en", "#country+i_en"}, Written{"#idp_num", "#affected+idps"},
                    Written{"#refugee_num", "#affected+refugees"}, Written{"#aff_num", "#affected"},
                    Written{"#inneed_num", "#inneed"}, Written{"#targeted_num", "#targeted"},
                    Written{"#lat_deg", "#geo+lat"}, Written{"#lon_deg", "#geo+lon"},
                    Written{"#loctype/en", "#loc+i_en+type"},
                    Written{"#loctype_id", "#loc+code+type"},
                    Written{"#origin_id", "#country+code+origin"},
                    Written{"#source_id", "#meta+code+source"},
                    Written{"#crisis_lnk", "#crisis+url"}, Written{"#females_num", "#population+f"},
                    Written{"#funder", "#org+funder"}, Written{"#x_whoadm1_id", "#x_whoadm1+code"},
                    Written{"#activity_id", "#activity+code"}));

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

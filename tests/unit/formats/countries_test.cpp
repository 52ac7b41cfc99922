// SPDX-License-Identifier: Apache-2.0
#include "formats/countries.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/text.hpp"

namespace tenpoint::formats {
namespace {

struct Written {
    const char* text;
    const char* alpha3;  // empty: none
};

class WrittenCountries : public testing::TestWithParam<Written> {};

TEST_P(WrittenCountries, AreFound) {
    const auto* found = find_country(GetParam().text);
    EXPECT_EQ(found != nullptr ? found->alpha3 : "", GetParam().alpha3) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Countries, WrittenCountries,
    testing::Values(
        Written{"HND", "HND"}, Written{"hnd", "HND"}, Written{" HN ", "HND"}, Written{"340", "HND"},
        Written{"NA", "NAM"}, Written{"na", "NAM"}, Written{"004", "AFG"}, Written{"4", ""},
        Written{"Honduras", "HND"}, Written{"Bolivia", "BOL"},
        Written{"Bolivia (Plurinational State of)", "BOL"}, Written{"Bolivie", "BOL"},
        Written{"Iran", "IRN"}, Written{"IRAN (Islamic Rep. of)", "IRN"},
        Written{"Côte d’Ivoire", "CIV"}, Written{"Cote d'Ivoire", "CIV"},
        Written{"Ivory Coast", "CIV"}, Written{"Costa de Marfil", "CIV"}, Written{"DRC", "COD"},
        Written{"RDC", "COD"}, Written{"Congo", "COG"}, Written{"Congo (Kinshasa)", "COD"},
        Written{"Niger", "NER"}, Written{"Nigeria", "NGA"}, Written{"Guinea", "GIN"},
        Written{"Guinea Bissau", "GNB"}, Written{"Syria", "SYR"}, Written{"سوريا", "SYR"},
        Written{"سورية", "SYR"}, Written{"الجمهورية العربية السورية", "SYR"}, Written{"USA", "USA"},
        Written{"US", "USA"}, Written{"U.S.", "USA"}, Written{"Estados Unidos", "USA"},
        Written{"EE.UU.", "USA"}, Written{"États-Unis d’Amérique", "USA"}, Written{"UK", "GBR"},
        Written{"Türkiye", "TUR"}, Written{"Turkey", "TUR"}, Written{"Viet Nam", "VNM"},
        Written{"Vietnam", "VNM"}, Written{"Romania ", "ROU"}, Written{"ROM", "ROU"},
        Written{"South Korea", "KOR"}, Written{"Kosovo*", "XKX"}, Written{"XK", "XKX"},
        Written{"Taiwan", "TWN"}, Written{"Gaza Strip", "PSE"}, Written{"OOO", "OOO"},
        Written{"Other", "OOO"}, Written{"Otros", "OOO"}, Written{"Stateless", "STA"},
        Written{"XXA", "STA"}, Written{"STL", "STA"}, Written{"Unknown", "UNK"},
        Written{"غير معروف", "UNK"}, Written{"OOS", "OOS"}, Written{"", ""}, Written{"-", ""},
        Written{"Mali Situation", ""}, Written{"Atlantis", ""}, Written{"1234", ""}));

TEST(SuggestCountry, FindsNearMissesThatLeadToOneCountry) {
    const auto suggested = [](std::string_view text) {
        const auto* found = suggest_country(text);
        return found != nullptr ? found->alpha3 : "";
    };
    EXPECT_EQ(suggested("Hondruas"), "HND");
    EXPECT_EQ(suggested("Venezuella"), "VEN");
    EXPECT_EQ(suggested("Equador"), "ECU");
    EXPECT_EQ(suggested("Nigeri"), "");  // Niger, Nigeria
    EXPECT_EQ(suggested("Atlantis"), "");
    EXPECT_EQ(suggested("Mal"), "");
    EXPECT_EQ(suggested(""), "");
}

TEST(Countries, AreCompleteAndInOrder) {
    const auto all = all_countries();
    EXPECT_GE(all.size(), 250U);
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Country::alpha3));
    for (const auto& one : all) {
        EXPECT_EQ(country(one.alpha3), &one);
        EXPECT_EQ(find_country(one.alpha3), &one);
        for (const auto& code : {one.alpha2, one.numeric}) {
            EXPECT_TRUE(code.empty() || find_country(code) == &one) << code;
        }
        for (const auto language : all_languages) {
            ASSERT_FALSE(one.name.in(language).empty()) << one.alpha3;
            EXPECT_EQ(find_country(one.name.in(language)), &one) << one.name.in(language);
        }
    }
}

TEST(Countries, AreLookedUpByCodeStrictly) {
    ASSERT_NE(country("HND"), nullptr);
    EXPECT_EQ(country("HND")->name.es, "Honduras");
    EXPECT_EQ(country("hnd"), nullptr);
    EXPECT_EQ(country("HN"), nullptr);
    EXPECT_EQ(country("340"), nullptr);
    EXPECT_EQ(country("XXX"), nullptr);
}

}  // namespace
}  // namespace tenpoint::formats

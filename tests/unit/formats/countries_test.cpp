// SPDX-License-Identifier: Apache-2.0
#include "formats/countries.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "base/text.hpp"
#include "formats/nationalities.hpp"

namespace tenpoint::formats {
namespace {

struct Named {
    const char* text;
    const char* alpha3;  // empty: none
};

class WrittenCountries : public testing::TestWithParam<Named> {};

TEST_P(WrittenCountries, AreFound) {
    const auto* found = find_country(GetParam().text);
    EXPECT_EQ(found != nullptr ? found->alpha3 : "", GetParam().alpha3) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Countries, WrittenCountries,
    testing::Values(
        Named{"HND", "HND"}, Named{"hnd", "HND"}, Named{" HN ", "HND"}, Named{"340", "HND"},
        Named{"NA", "NAM"}, Named{"na", "NAM"}, Named{"004", "AFG"}, Named{"4", ""},
        Named{"Honduras", "HND"}, Named{"Bolivia", "BOL"},
        Named{"Bolivia (Plurinational State of)", "BOL"}, Named{"Bolivie", "BOL"},
        Named{"Iran", "IRN"}, Named{"IRAN (Islamic Rep. of)", "IRN"}, Named{"Côte d’Ivoire", "CIV"},
        Named{"Cote d'Ivoire", "CIV"}, Named{"Ivory Coast", "CIV"}, Named{"Costa de Marfil", "CIV"},
        Named{"DRC", "COD"}, Named{"RDC", "COD"}, Named{"Congo RDC", "COD"},
        Named{"Tanzania, United Republic of", "TZA"}, Named{"بنجلاديش", "BGD"},
        Named{"Congo", "COG"}, Named{"Congo (Kinshasa)", "COD"}, Named{"Niger", "NER"},
        Named{"Nigeria", "NGA"}, Named{"Guinea", "GIN"}, Named{"Guinea Bissau", "GNB"},
        Named{"Syria", "SYR"}, Named{"سوريا", "SYR"}, Named{"سورية", "SYR"},
        Named{"الجمهورية العربية السورية", "SYR"}, Named{"USA", "USA"}, Named{"US", "USA"},
        Named{"U.S.", "USA"}, Named{"Estados Unidos", "USA"}, Named{"EE.UU.", "USA"},
        Named{"États-Unis d’Amérique", "USA"}, Named{"UK", "GBR"}, Named{"EL", "GRC"},
        Named{"Türkiye", "TUR"}, Named{"Turkey", "TUR"}, Named{"Viet Nam", "VNM"},
        Named{"Vietnam", "VNM"}, Named{"Romania ", "ROU"}, Named{"ROM", "ROU"},
        Named{"South Korea", "KOR"}, Named{"Kosovo*", "XKX"}, Named{"XK", "XKX"},
        Named{"Taiwan", "TWN"}, Named{"Gaza Strip", "PSE"}, Named{"OOO", "OOO"},
        Named{"Other", "OOO"}, Named{"Otros", "OOO"}, Named{"Stateless", "STA"},
        Named{"XXA", "STA"}, Named{"STL", "STA"}, Named{"Unknown", "UNK"},
        Named{"غير معروف", "UNK"}, Named{"OOS", "OOS"}, Named{"", ""}, Named{"-", ""},
        Named{"Mali Situation", ""}, Named{"Atlantis", ""}, Named{"1234", ""}));

// As UNHCR, IOM, OCHA and the World Bank write them, in the languages that their files are in.
INSTANTIATE_TEST_SUITE_P(
    PartnersFiles, WrittenCountries,
    testing::Values(
        Named{"State of Palestine", "PSE"}, Named{"Palestine (State of)", "PSE"},
        Named{"Palestinian territories", "PSE"}, Named{"Occupied Palestinian Territories", "PSE"},
        Named{"Gaza", "PSE"}, Named{"West Bank & Gaza", "PSE"}, Named{"Palestinian", "PSE"},
        Named{"West Bank and Gaza Strip", "PSE"}, Named{"Palestinian Refugees", "PSE"},
        Named{"Territoires palestiniens occupés", "PSE"}, Named{"Cisjordanie et Gaza", "PSE"},
        Named{"Bande de Gaza", "PSE"}, Named{"Territorios palestinos ocupados", "PSE"},
        Named{"Franja de Gaza", "PSE"}, Named{"Cisjordania", "PSE"}, Named{"قطاع غزة", "PSE"},
        Named{"الضفة الغربية وقطاع غزة", "PSE"}, Named{"السلطة الفلسطينية", "PSE"},
        Named{"Stateless people", "STA"}, Named{"Personnes apatrides", "STA"},
        Named{"عديمي الجنسية", "STA"}, Named{"Tibetan", "TIB"}, Named{"Western Sahara", "ESH"},
        Named{"Sahara, Western", "ESH"}, Named{"Kosovo (S/RES/1244 (1999))", "XKX"},
        Named{"Kosovo (UNSCR 1244/99)", "XKX"}, Named{"République du Kosovo", "XKX"},
        Named{"Serbia and Kosovo: S/RES/1244 (1999)", "SRB"},
        Named{"Serbia (and Kosovo: S/RES/1244 (1999))", "SRB"},
        Named{"Serbia y Kosovo (S/RES/1244 (1999))", "SRB"}, Named{"Türkiye, Republic of", "TUR"},
        Named{"Cabo Verde", "CPV"}, Named{"Eswatini", "SWZ"},
        Named{"Dem. Rep. of the Congo", "COD"},
        Named{"Congo, the Democratic Republic of the", "COD"},
        Named{"Congo, République démocratique du", "COD"}, Named{"Congo (Republic of)", "COG"},
        Named{"Irán (República Islámica de)", "IRN"},
        Named{"Venezuela (Bolivarian Republic of)", "VEN"}, Named{"Lao People's Dem. Rep.", "LAO"},
        Named{"Rép. dém. pop. lao", "LAO"}, Named{"Syrian Arab Rep.", "SYR"},
        Named{"Rép. arabe syrienne", "SYR"}, Named{"China, Hong Kong SAR", "HKG"},
        Named{"Hong Kong (China)", "HKG"}, Named{"China, RAE de Macao", "MAC"},
        Named{"Rep. of Korea", "KOR"}, Named{"Korea (the Republic of)", "KOR"},
        Named{"Dem. People's Rep. of Korea", "PRK"},
        Named{"Korea (Democratic People's Republic of)", "PRK"},
        Named{"Rép. pop. dém. de Corée", "PRK"}));

INSTANTIATE_TEST_SUITE_P(
    PartnersFilesFurther, WrittenCountries,
    testing::Values(Named{"United Rep. of Tanzania", "TZA"},
                    Named{"Tanzanie (République-Unie de)", "TZA"},
                    Named{"Moldova, Republic of", "MDA"}, Named{"TFYR Macedonia", "MKD"},
                    Named{"Slovak Rep.", "SVK"}, Named{"Kyrgyz Rep.", "KGZ"},
                    Named{"The Bahamas", "BHS"}, Named{"Bosnia and Herz.", "BIH"},
                    Named{"Unknown origin", "UNK"}, Named{"Pays inconnu", "UNK"},
                    Named{"Origen desconocido", "UNK"}, Named{"جنسية غير معروفة", "UNK"},
                    Named{"Various/unknown", "OOO"}, Named{"Various or unknown", "OOO"},
                    Named{"Divers/inconnus", "OOO"}, Named{"Varios/desconocidos", "OOO"},
                    Named{"متنوع/غير معروف", "OOO"}));

TEST(Nationalities, OfThoseWithoutACountryOfTheirOwn) {
    const auto called = [](std::string_view text) {
        const auto* found = find_nationality(text);
        return found != nullptr ? found->alpha3 : "";
    };
    for (const auto* one : {"Sahrawis", "sahraouie", "Saharauis", "صحراويون"})
        EXPECT_EQ(called(one), "ESH") << one;
    for (const auto* one : {"Tibetans", "tibétaines", "tibetana", "التبتيون"})
        EXPECT_EQ(called(one), "TIB") << one;
    for (const auto* one : {"Palestinians", "palestiniennes", "palestina", "فلسطينيون"})
        EXPECT_EQ(called(one), "PSE") << one;
}

TEST(Countries, AreKnownByNumbersWithoutTheirLeadingZeros) {
    const auto found = [](std::string_view text) {
        const auto* country = find_country_by_number(text);
        return country != nullptr ? country->alpha3 : "";
    };
    EXPECT_EQ(found("4"), "AFG");
    EXPECT_EQ(found("76"), "BRA");
    EXPECT_EQ(found(" 862 "), "VEN");
    for (const auto* none : {"", "0", "3", "1004", "-4", "VEN"})
        EXPECT_EQ(found(none), "") << none;
}

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

TEST(SuggestCountry, NamesTheFewThatShareAPartOfTheirNames) {
    for (const auto* korea : {"Korea", "Corée", "corea", "كوريا"})
        EXPECT_EQ(countries_named_in_part(korea), "KOR, PRK") << korea;
    EXPECT_EQ(countries_named_in_part("Virgin Islands"), "VGB, VIR");
    EXPECT_EQ(countries_named_in_part("Bolivarian"), "VEN");
    for (const auto* none : {"", "Atlantis", "Islands", "Venez", "of"})
        EXPECT_EQ(countries_named_in_part(none), "") << none;
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

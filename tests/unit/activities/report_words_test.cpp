// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_words.hpp"

#include <gtest/gtest.h>

#include "desks/activities/sector_words.hpp"

namespace tenpoint::activities {
namespace {

TEST(ReportWords, KnowTheColumnsOfAPlanInFourLanguages) {
    using enum ReportField;
    const std::vector<std::pair<std::string_view, ReportField>> headers{
        {"Country", country},
        {"Admin 1", admin1},
        {"RegionPcode", admin1_code},
        {"Appealing organisation", organisation},
        {"Organization_Name", organisation},
        {"Implementation set-up", through_partner},
        {"Implementing Partner Name", implementing_partner},
        {"Cash or Voucher (CVA)", cash},
        {"Value in USD", value_usd},
        {"Quantity of output", output},
        {"Total monthly beneficiaries", beneficiaries},
        {"New beneficiaries of the month", new_beneficiaries},
        {"Women <18", girls},
        {"Women ≥18", women},
        {"New beneficiaries / Men", men},
        {"Partenaire d’exécution", implementing_partner},
        {"Activité du plan", in_plan},
        {"Communauté d’accueil", host_community},
        {"Garçons", boys},
        {"Organización solicitante", organisation},
        {"Nuevos beneficiarios", new_beneficiaries},
        {"En tránsito", in_transit},
        {"المنظمة", organisation},
        {"القطاع", sector},
        {"New people reached this month", new_beneficiaries},
        {"New individuals reached", new_beneficiaries},
        {"Newly reached people", new_beneficiaries},
        {"Nuevos beneficiarios del mes", new_beneficiaries},
        {"Nouveaux bénéficiaires atteints", new_beneficiaries},
        {"New women reached", women},
        {"Total people reached", beneficiaries},
        {"Autres moins de 18 ans", other_children},
        {"Autres plus de 18 ans", other_adults},
        {"Femmes moins de 18 ans", girls},
        {"آخرون دون 18", other_children},
        {"آخرون فوق 18", other_adults},
        {"متنقلون", pendular},
        {"Planned beneficiaries", other},
        {"Bénéficiaires ciblés", other},
        {"المستفيدون المستهدفون", other},
        {"Value (USD) planned", other},
        {"Targeted / Women", other},
        {"Total women reached", other},
        {"Total men reached", other},
        {"Children reached", other},
        {"Organization Type", other},
        {"Activity status", other},
        {"Donor name", other},
        {"Remarks", other},
    };
    for (const auto& [header, field] : headers)
        EXPECT_EQ(field_of_header(header).field, field) << header;
}

TEST(ReportWords, KnowTheHashtagsOfBothStandards) {
    using enum ReportField;
    const std::vector<std::pair<std::string_view, ReportField>> tags{
        {"#country", country},
        {"#adm1", admin1},
        {"#adm1_id", admin1_code},
        {"#adm2+code", admin2_code},
        {"#org", organisation},
        {"#impl", implementing_partner},
        {"#org+impl+name", implementing_partner},
        {"#org+funder", other},
        {"#period_date", period},
        {"#sector", sector},
        {"#activity", activity},
        {"#activity_id", other},
        {"#activity+type", type},
        {"#indicator", indicator},
        {"#reached", beneficiaries},
        {"#reached+new", new_beneficiaries},
        {"#reached+new+f+children", girls},
        {"#reached+transit+new", in_transit},
        {"#reached+f+adults", other},
        {"#reached+new+children", other},
        {"#lat_deg", other},
    };
    for (const auto& [tag, field] : tags)
        EXPECT_EQ(field_of_tag(formats::parse_hxl_tag(tag).value()).field, field) << tag;
}

TEST(ReportWords, TellAnActivitySheetFromFigures) {
    using enum ReportField;
    EXPECT_TRUE(is_activity_sheet({organisation, sector, admin1}));
    EXPECT_TRUE(is_activity_sheet({implementing_partner, activity, period}));
    EXPECT_FALSE(is_activity_sheet({country, period, beneficiaries}));
    EXPECT_FALSE(is_activity_sheet({organisation, country, beneficiaries}));
}

TEST(SectorWords, TellASlipFromASectorThatIsNoTheme) {
    for (const auto* known : {"CCCM", "Gestion des camps", "Community services", "Health", "HLP"})
        EXPECT_TRUE(is_known_sector(known)) << known;
    EXPECT_EQ(theme_of_sector("HLP"), directory::Theme::protection);
    EXPECT_FALSE(is_known_sector("Helth"));
    EXPECT_EQ(nearest_sector("Helth"), "health");
    EXPECT_EQ(nearest_sector("Shleter"), "shelter");
    EXPECT_EQ(nearest_sector("Xyz"), "");
}

TEST(SectorWords, FindTheThemeOfAClusterInEachLanguage) {
    using directory::Theme;
    const std::vector<std::pair<std::string_view, std::optional<Theme>>> sectors{
        {"WASH", Theme::water_and_sanitation},
        {"Water Sanitation & Hygiene", Theme::water_and_sanitation},
        {"Eau, hygiène et assainissement", Theme::water_and_sanitation},
        {"Santé", Theme::health},
        {"Food Security", Theme::food_security},
        {"MPCA", Theme::cash_assistance},
        {"GBV", Theme::gender_based_violence},
        {"Educación", Theme::education},
        {"الحماية", Theme::protection},
        {"child_protection", Theme::child_protection},
        {"CCCM", std::nullopt},
    };
    for (const auto& [text, theme] : sectors)
        EXPECT_EQ(theme_of_sector(text), theme) << text;
    EXPECT_EQ(activity_type_of("Renforcement des capacités"), ActivityType::capacity_building);
    EXPECT_EQ(activity_type_of("Infrastructure"), ActivityType::other);
    EXPECT_EQ(yes_or_no("Oui"), true);
    EXPECT_EQ(yes_or_no("لا"), false);
    EXPECT_FALSE(yes_or_no("maybe"));
}

}  // namespace
}  // namespace tenpoint::activities

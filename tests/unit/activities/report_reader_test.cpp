// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_reader.hpp"

#include <gtest/gtest.h>

namespace tenpoint::activities {
namespace {

// Lac and Ouaddaï in Chad, each with a district; the partner Rives is known as RDR, too.
ReportGround chad() {
    const auto places = std::make_shared<directory::PlaceLookup>();
    places->add("TD07", {"Lac", "Lac", "", ""}, "TCD");
    places->add("TD0702", {"Mamdi", "Mamdi", "", ""}, "TD07");
    places->add("TD13", {"Ouaddai", "Ouaddaï", "", ""}, "TCD");
    places->add("TD1303", {"Assoungha", "Assoungha", "", ""}, "TD13");
    ReportGround ground;
    ground.places = places;
    directory::Partner partner;
    partner.name = "Réseau des Rives";
    partner.short_name = "RDR";
    ground.partners.add(Id{"rives"}, partner);
    ground.plan.add({directory::Theme::health, "People seen", ActivityType::direct_assistance});
    return ground;
}

struct ReadRow {
    std::optional<ActivityReport> report;
    Findings findings;

    std::vector<std::string> codes() const {
        std::vector<std::string> all;
        for (const auto& finding : findings)
            all.push_back(finding.code);
        return all;
    }
};

using Cells = std::vector<std::pair<ReportField, std::string>>;

ReadRow read(const Cells& row, const SheetConstants& constants = {}) {
    const auto ground = chad();
    std::vector<ReportColumn> columns;
    std::vector<formats::Cell> cells;
    for (const auto& [field, text] : row) {
        columns.push_back({cells.size(), "column " + std::to_string(cells.size() + 1), field});
        cells.push_back({text, formats::CellKind::text});
    }
    ReportReader reader(columns, ground, constants);
    ReadRow out;
    out.report =
        reader.read(7, cells, [&](const Finding& finding) { out.findings.push_back(finding); });
    return out;
}

using Codes = std::vector<std::string>;
using enum ReportField;

TEST(ReportReader, KeepsNamesAsWrittenBesideWhatTheyName) {
    const auto row = read({{country, "Tchad"},
                           {admin1, "ouaddai"},
                           {admin2, "Assoungha"},
                           {organisation, "Réseau des Rives (RDR)"},
                           {period, "mars 2025"},
                           {sector, "Santé"},
                           {indicator, "people seen"},
                           {beneficiaries, "1 200"},
                           {other, "late"}});
    ASSERT_TRUE(row.report);
    EXPECT_EQ(row.codes(), Codes{});
    const auto& report = *row.report;
    EXPECT_EQ(report.row, 7);
    EXPECT_EQ(report.country, "TCD");
    EXPECT_EQ(report.admin1, "ouaddai");
    EXPECT_EQ(report.admin1_code, "TD13");
    EXPECT_EQ(report.admin2_code, "TD1303");
    EXPECT_EQ(report.period, period_from_text("2025-03"));
    EXPECT_EQ(report.sector, "Santé");
    EXPECT_EQ(report.theme, directory::Theme::health);
    EXPECT_EQ(report.type, ActivityType::direct_assistance);
    EXPECT_EQ(report.beneficiaries, 1200);
    EXPECT_EQ(report.others.value.at("column 9").as_string(), "late");
}

TEST(ReportReader, HoldsPlacesAgainstWhatTheyLieIn) {
    const auto codes_of = [](const char* region, const char* district) {
        return read({{country, "TCD"},
                     {admin1, region},
                     {admin2, district},
                     {organisation, "RDR"},
                     {sector, "Health"}})
            .codes();
    };
    EXPECT_EQ(codes_of("Lac", "Mamdi"), Codes{});
    EXPECT_EQ(codes_of("Lac", "Assoungha"), Codes{"place_elsewhere"});
    EXPECT_EQ(codes_of("Lacc", "Mamdi"), Codes{"unknown_place"});
    EXPECT_EQ(codes_of("", "Mamdi"), Codes{"admin1_missing"});
}

TEST(ReportReader, TakesTheNamesOfACountryWhosePlacesNobodyAdded) {
    const auto row =
        read({{country, "Mali"}, {admin1, "Gao"}, {organisation, "RDR"}, {sector, "Health"}});
    ASSERT_TRUE(row.report);
    EXPECT_EQ(row.codes(), Codes{});
    EXPECT_EQ(row.report->admin1, "Gao");
    EXPECT_FALSE(row.report->admin1_code);
}

TEST(ReportReader, ReadsTheCountryOutOfAPCode) {
    const auto row = read({{admin1, "Bay"}, {admin1_code, "SO24"}, {organisation, "RDR"}});
    ASSERT_TRUE(row.report);
    EXPECT_EQ(row.report->country, "SOM");
    EXPECT_EQ(row.report->admin1_code, "SO24");
}

TEST(ReportReader, UsesARowOfAnUnknownOrganisationWithAWarning) {
    const auto row = read({{organisation, "Réseau des Rivess"}, {sector, "Health"}});
    EXPECT_TRUE(row.report);
    ASSERT_EQ(row.codes(), Codes{"unknown_organisation"});
    EXPECT_EQ(row.findings.front().suggestion, "Réseau des Rives");
}

TEST(ReportReader, NeedsAYearForAMonth) {
    const Cells august{{organisation, "RDR"}, {period, "August"}};
    EXPECT_EQ(read(august).codes(), Codes{"month_without_year"});
    EXPECT_FALSE(read(august).report);
    EXPECT_EQ(read(august, {{}, 2025}).report.value().period, period_from_text("2025-08"));
    EXPECT_EQ(read({{organisation, "RDR"}, {period, "8"}, {year, "2024"}}).report.value().period,
              period_from_text("2024-08"));
    EXPECT_EQ(read({{organisation, "RDR"}, {period, "2025-08-17"}}).report.value().period,
              period_from_text("2025-08"));
}

TEST(ReportReader, RejectsARowWithACellThatCannotBeRead) {
    const std::vector<std::pair<Cells, std::string>> table{
        {{{country, "Atlantis"}}, "unknown_country"},
        {{{period, "soon"}}, "bad_date"},
        {{{beneficiaries, "many"}}, "bad_count"},
        {{{beneficiaries, "-4"}}, "negative_count"},
        {{{beneficiaries, "2.5"}}, "fractional_count"},
        {{{cash, "perhaps"}}, "not_yes_or_no"},
        {{{activity, std::string(1001, 'x')}}, "text_too_long"},
    };
    for (auto [cells, code] : table) {
        cells.emplace_back(organisation, "RDR");
        const auto row = read(cells);
        EXPECT_EQ(row.codes(), Codes{code});
        EXPECT_FALSE(row.report) << code;
        EXPECT_EQ(row.findings.front().row, 7);
        EXPECT_EQ(row.findings.front().column, "column 1");
    }
}

TEST(ReportReader, TakesTheFirstFilledOfSeveralNamesAndKeepsTheOthers) {
    const auto row = read({{organisation, ""}, {organisation, "RDR"}, {organisation, "Rives"}});
    ASSERT_TRUE(row.report);
    EXPECT_EQ(row.report->organisation, "RDR");
    EXPECT_EQ(row.report->others.value.at("column 3").as_string(), "Rives");
}

TEST(ReportReader, TakesATextForWhatItWasSaidToStandFor) {
    const auto ground = chad();
    const std::vector<formats::Cell> cells{{"Mali  situation", formats::CellKind::text},
                                           {"RDR", formats::CellKind::text}};
    ReportReader reader(
        {{0, "Country", country, {{"mali situation", "MLI"}}}, {1, "Organisation", organisation}},
        ground, {});
    const auto report = reader.read(2, cells, [](const Finding&) {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->country, "MLI");
}

TEST(ReportReader, RoundsMoneyToDollars) {
    const auto row = read({{organisation, "RDR"},
                           {cash, "yes"},
                           {value_usd, "12 500,50"},
                           {mechanism, "Mobile money"}});
    ASSERT_TRUE(row.report);
    EXPECT_EQ(row.report->value_usd, 12501);
}

}  // namespace
}  // namespace tenpoint::activities

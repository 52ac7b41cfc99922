// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/report_reader.hpp"

#include <gtest/gtest.h>

namespace tenpoint::activities {
namespace {

// Lac and Ouaddaï in Chad, each with a district, one of which is called Lac, too, and Centre in
// Cameroon; the partner Rives is known as RDR, too.
ReportGround chad() {
    const auto places = std::make_shared<directory::PlaceLookup>();
    places->add("TD07", {"Lac", "Lac", "", ""}, "TCD");
    places->add("TD0702", {"Mamdi", "Mamdi", "", ""}, "TD07");
    places->add("TD13", {"Ouaddai", "Ouaddaï", "", ""}, "TCD");
    places->add("TD1302", {"Lac", "Lac", "", ""}, "TD13");
    places->add("TD1303", {"Assoungha", "Assoungha", "", ""}, "TD13");
    places->add("CM001", {"Centre", "Centre", "", ""}, "CMR");
    ReportGround ground;
    ground.places = places;
    directory::Partner partner;
    partner.name = "Réseau des Rives";
    partner.short_name = "RDR";
    ground.partners.add(Id{"rives"}, partner);
    ground.plan.add({directory::Theme::health, "People seen", ActivityType::direct_assistance});
    ground.today = day_from_text("2026-03-28");
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
        columns.push_back(
            {cells.size(), "column " + std::to_string(cells.size() + 1), field, {}, true});
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

TEST(ReportReader, RejectsAPlaceThatIsKnownToLieInAnotherCountry) {
    const auto codes_of = [](const char* in, const char* region) {
        return read({{country, in}, {admin1, region}, {organisation, "RDR"}}).codes();
    };
    EXPECT_EQ(codes_of("TCD", "Centre"), Codes{"place_elsewhere"});
    EXPECT_EQ(codes_of("TCD", "CM001"), Codes{"place_elsewhere"});
    // Of Mali no places are known: it may well have a Centre, but no P-code of Cameroon.
    EXPECT_EQ(codes_of("MLI", "Centre"), Codes{});
    EXPECT_EQ(codes_of("MLI", "CM001"), Codes{"place_elsewhere"});
}

TEST(ReportReader, KnowsTheCountryByItsFirstLevelWhereNoColumnSaysIt) {
    const auto row_of = [](const char* region, const char* district) {
        return read({{admin1, region}, {admin2, district}, {organisation, "RDR"}});
    };
    EXPECT_EQ(row_of("Lac", "Mamdi").report.value().country, "TCD");
    EXPECT_EQ(row_of("Lac", "Assoungha").codes(), Codes{"place_elsewhere"});
    const auto unknown = row_of("Lac", "Mamdii");
    ASSERT_EQ(unknown.codes(), Codes{"unknown_place"});
    EXPECT_EQ(unknown.findings.front().suggestion, "TD0702");
}

TEST(ReportReader, SuggestsPlacesOfTheLevel) {
    const auto suggested = [](const char* region, const char* district) {
        return read({{country, "TCD"}, {admin1, region}, {admin2, district}, {organisation, "RDR"}})
            .findings.front()
            .suggestion;
    };
    EXPECT_EQ(suggested("Lacc", "Mamdi"), "TD07");
    EXPECT_EQ(suggested("Mamdii", "Mamdi"), "");
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

TEST(ReportReader, ReadsTheCountryOutOfAPCodeOfAnyLevel) {
    const auto ground = chad();
    const std::vector<formats::Cell> cells{{"Bulen", formats::CellKind::text},
                                           {"ET060207", formats::CellKind::text},
                                           {"RDR", formats::CellKind::text}};
    ReportReader reader({{0, "Woreda"}, {1, "WoredaPcod"}, {2, "Organisation", organisation}},
                        ground, {});
    const auto report = reader.read(2, cells, [](const Finding&) {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->country, "ETH");
}

TEST(ReportReader, TellsOfASectorThatNobodyKnows) {
    const auto row = read({{organisation, "RDR"}, {sector, "Helth"}});
    EXPECT_TRUE(row.report);
    ASSERT_EQ(row.codes(), Codes{"unknown_sector"});
    EXPECT_EQ(row.findings.front().suggestion, "health");
    EXPECT_EQ(read({{organisation, "RDR"}, {sector, "CCCM"}}).codes(), Codes{});
    // On the plan's form, beside an indicator of a sector that it would have been held against.
    const Cells form{{organisation, "RDR"},   {sector, "Helth"}, {indicator, "People seen"},
                     {through_partner, "no"}, {cash, "no"},      {new_beneficiaries, "0"}};
    const auto rejected = read(form);
    EXPECT_FALSE(rejected.report);
    EXPECT_EQ(rejected.codes(), Codes{"unknown_sector"});
}

TEST(ReportReader, TakesAColumnForThereFromItsFirstFilledCellOn) {
    const auto ground = chad();
    ReportReader reader({{0, "Organisation", organisation, {}, true}, {1, "Region", admin1}},
                        ground, {});
    const auto used = [&](const char* region) {
        const std::vector<formats::Cell> cells{{"RDR", formats::CellKind::text},
                                               {region, formats::CellKind::text}};
        return reader.read(2, cells, [](const Finding&) {}).has_value();
    };
    EXPECT_TRUE(used(""));
    EXPECT_TRUE(used("Lac"));
    EXPECT_FALSE(used(""));
}

TEST(ReportReader, TakesWhatPeopleWriteWhereThereIsNothing) {
    for (const auto* nobody :
         {"None", "NA", "N/A", "No aplica", "ninguno", "aucun", "néant", "لا يوجد"}) {
        const auto row =
            read({{organisation, "RDR"}, {through_partner, "No"}, {implementing_partner, nobody}});
        EXPECT_EQ(row.codes(), Codes{}) << nobody;
        EXPECT_FALSE(row.report.value().implementing_partner) << nobody;
    }
}

TEST(ReportReader, ReadsDollarsWithTheirMark) {
    const std::vector<std::pair<std::string, std::optional<std::int64_t>>> amounts{
        {"$1,000", 1000},      {"US$ 25", 25}, {"USD 5", 5}, {"5 usd", 5},
        {"US$", std::nullopt}, {"0.4", 1},     {"0", 0},     {"none", std::nullopt},
    };
    for (const auto& [text, amount] : amounts) {
        const auto row = read({{organisation, "RDR"}, {value_usd, text}});
        EXPECT_EQ(row.codes(), Codes{}) << text;
        EXPECT_EQ(row.report.value().value_usd, amount) << text;
    }
}

TEST(ReportReader, TakesMonthsAlone) {
    for (const auto* longer : {"2025", "2025-Q1"})
        EXPECT_EQ(read({{organisation, "RDR"}, {period, longer}}).codes(), Codes{"not_a_month"});
    const auto to_come = read({{organisation, "RDR"}, {period, "2031-05"}});
    EXPECT_TRUE(to_come.report);
    EXPECT_EQ(to_come.codes(), Codes{"month_to_come"});
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

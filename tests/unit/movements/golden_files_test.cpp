// SPDX-License-Identifier: Apache-2.0
//
// What comes out of every real file. The figures were calculated apart from this program, by adding
// up the columns of the files.
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

struct Golden {
    std::string file;
    std::string mapping;  // a file, or the mapping itself
    std::int64_t rows, used, rejected, skipped, observations;
    std::map<Indicator, std::int64_t> totals;
};

const std::string americas = std::string(TENPOINT_SOURCE) + "/examples/americas-corridor/";
const std::string mediterranean = std::string(TENPOINT_SOURCE) + "/examples/mediterranean/";
const std::string tables = std::string(TENPOINT_TEST_FILES) + "/tables/";

// Any place that a mapping of the examples names.
PlaceLookup example_places() {
    PlaceLookup places;
    for (const auto* code :
         {"PAN-DARIEN",           "USA-SWB-BETWEEN",       "USA-SWB-PORTS",
          "ROUTE-CAM-USA",        "ROUTE-CENTRAL-MED",     "ROUTE-EASTERN-MED",
          "ROUTE-WESTERN-MED",    "ROUTE-WEST-AFRICA",     "ROUTE-WESTERN-BALKANS",
          "ROUTE-ALBANIA-GREECE", "ROUTE-EASTERN-BORDERS", "ROUTE-BLACK-SEA",
          "ROUTE-EU-OTHER",       "ROUTE-INTRA-AFRICA",    "ROUTE-HOA-EASTERN",
          "ROUTE-HOA-NORTHERN",   "ROUTE-HOA-SOUTHERN",    "ROUTE-HOA-WITHIN",
          "GRC-ISLANDS",          "GRC-MAINLAND"})
        places.add(code, {});
    return places;
}

Result<Reading> read_file(const std::string& file, const Mapping& known) {
    TENPOINT_TRY(first, formats::open_table(file, {known.sheet, {}}));
    const auto found = recognise(*first, known);
    TENPOINT_TRY(table, formats::open_table(file, {known.sheet, {}}));
    return read(*table, found.mapping, example_places());
}

const std::vector<Golden>& golden_files() {
    using enum Indicator;
    static const std::vector<Golden> table{
        {americas + "data/darien_nationality_2010_2025.csv",
         americas + "mappings/darien_nationality.json",
         2387,
         2387,
         0,
         0,
         2387,
         {{crossing, 1'322'960}}},
        {americas + "data/darien_demographics_2021_2025.csv",
         americas + "mappings/darien_demographics.json",
         160,
         160,
         0,
         0,
         160,
         {{crossing, 1'207'202}}},
        {americas + "data/honduras_nationality_2018_2025.csv",
         americas + "mappings/honduras_nationality.json",
         4198,
         4198,
         0,
         0,
         4198,
         {{crossing, 1'191'581}}},
        {americas + "data/guatemala_returns_2020_2025.csv",
         americas + "mappings/guatemala_returns.json",
         736,
         736,
         0,
         0,
         736,
         {{return_received, 372'614}}},
        {americas + "data/mexico_irregular_nationality_2018_2025.csv",
         americas + "mappings/mexico_irregular.json",
         5759,
         5759,
         0,
         0,
         5759,
         {{encounter, 3'266'581}}},
        {americas + "data/mexico_expulsions_2015_2025.csv",
         americas + "mappings/mexico_expulsions.json",
         5251,
         5251,
         0,
         0,
         5251,
         {{return_carried_out, 1'080'851}}},
        {americas + "data/usa_swb_encounters_2020_2025.csv",
         americas + "mappings/usa_encounters.json",
         35322,
         35322,
         0,
         0,
         35322,
         {{encounter, 9'459'248}}},
        {americas + "data/mmp_global_2021-09-05.csv",
         americas + "mappings/missing_migrants_global.json",
         8810,
         1990,
         0,
         6820,
         5795,
         {{death, 2'985}, {missing, 50}, {death_and_missing, 4'862}, {survivor, 1'184}}},
        {mediterranean + "data/frontex_ibc_monthly_2009_2025.csv",
         mediterranean + "mappings/frontex.json",
         34273,
         34273,
         0,
         0,
         34273,
         {{detection, 4'966'869}}},
        {mediterranean + "data/mmp_africa_europe_routes_2014_2025.csv",
         mediterranean + "mappings/missing_migrants_routes.json",
         6171,
         6147,
         0,
         24,
         7979,
         {{death_and_missing, 48'633}, {survivor, 93'465}}},
        {mediterranean + "data/balkans_route_arrivals_2015_2016.xlsx",
         mediterranean + "mappings/balkans_arrivals.json",
         102,
         102,
         0,
         0,
         806,
         {{arrival, 3'253'244}}},
        {tables + "somalia_unhcr_prmn_2016_2022.xlsx",
         R"({"set": {"indicator": "displacement", "place": "SOM"}, "events": true,
             "period_lengths": [{"unit": "month"}]})",
         52648,
         52648,
         0,
         0,
         52648,
         {{displacement, 6'531'116}}},
        {tables + "mali_population_movements_hxl.csv",
         R"({"set": {"indicator": "stay", "place": "MLI"}})",
         22,
         21,
         0,
         1,
         63,
         {{stay, 16'528'688}}},
    };
    return table;
}

TEST(GoldenFiles, every_row_and_figure_is_accounted_for) {
    for (const auto& golden : golden_files()) {
        SCOPED_TRACE(golden.file);
        const auto text =
            golden.mapping.starts_with('{') ? golden.mapping : file_text(golden.mapping);
        const auto reading = read_file(golden.file, mapping_from_text(text).value());
        ASSERT_TRUE(reading);
        const auto& summary = reading->summary;
        EXPECT_EQ(summary.rows, golden.rows);
        EXPECT_EQ(summary.used, golden.used);
        EXPECT_EQ(summary.rejected, golden.rejected);
        EXPECT_EQ(summary.skipped, golden.skipped);
        EXPECT_EQ(summary.observations, golden.observations);
        EXPECT_EQ(summary.totals, golden.totals);
    }
}

Reading read_golden(std::size_t index) {
    const auto& golden = golden_files()[index];
    return read_file(golden.file, mapping_from_text(file_text(golden.mapping)).value()).value();
}

TEST(GoldenFiles, panama_counts_the_same_people_by_nationality_and_by_sex_and_age) {
    for (const std::size_t index : {0U, 1U}) {
        std::map<std::string, std::int64_t> years;
        for (const auto& figure : read_golden(index).figures)
            years[to_text(Period::from_code(figure.period)).substr(0, 4)] += figure.count;
        EXPECT_EQ(years["2021"], 133'726);
        EXPECT_EQ(years["2022"], 248'284);
        EXPECT_EQ(years["2023"], 520'085);
        EXPECT_EQ(years["2024"], 302'203);
    }
}

TEST(GoldenFiles, a_darien_row_of_january_2010_is_the_whole_year) {
    std::int64_t of_year = 0;
    for (const auto& figure : read_golden(0).figures) {
        const auto period = to_text(Period::from_code(figure.period));
        EXPECT_NE(period, "2010-01");
        of_year += period == "2010" ? figure.count : 0;
    }
    EXPECT_EQ(of_year, 559);
}

TEST(GoldenFiles, the_border_between_and_at_ports_of_entry_is_two_places) {
    const auto reading = read_golden(6);
    std::map<std::string, std::int64_t> places;
    for (std::size_t i = 0; i < reading.figures.size(); ++i)
        places[reading.place_of(i)] += reading.figures[i].count;
    EXPECT_EQ(places, (std::map<std::string, std::int64_t>{{"USA-SWB-BETWEEN", 7'953'074},
                                                           {"USA-SWB-PORTS", 1'506'174}}));
}

TEST(GoldenFiles, border_points_without_figures_are_refused_with_what_is_missing) {
    const auto file = tables + "ukraine_border_crossings_2022.xlsx";
    Mapping known;
    known.sheet = "Border Crossings";
    const auto table = formats::open_table(file, {known.sheet, {}}).value();
    const auto found = recognise(*table, known);
    ASSERT_FALSE(found.findings.empty());
    EXPECT_EQ(found.findings.front().code, "no_count_column");
    const auto reading = read_file(file, known);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().code, ProblemCode::incomplete_mapping);
    EXPECT_EQ(reading.error().fields.front().code, "missing_count_column");
}

}  // namespace
}  // namespace tenpoint::movements

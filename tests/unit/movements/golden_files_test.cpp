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
    std::map<std::string, std::int64_t> skipped_by_reason = {};
};

const std::string americas = std::string(TENPOINT_SOURCE) + "/examples/americas-corridor/";
const std::string mediterranean = std::string(TENPOINT_SOURCE) + "/examples/mediterranean/";
const std::string tables = std::string(TENPOINT_TEST_FILES) + "/tables/";

constexpr std::int64_t from_unknown_asylum = 164'594;

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
         2843,
         0,
         5967,
         8272,
         {{death, 4'037}, {missing, 84}, {death_and_missing, 6'769}, {survivor, 2'313}},
         {{"not on the routes of this corridor", 1941},
          {"no route is given, and the region is not on this corridor", 3823},
          {"no route is given, and at the border with Canada", 2},
          {"no route is given, and the place does not tell which", 201}}},
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
         6171,
         0,
         0,
         8004,
         {{death_and_missing, 49'277}, {survivor, 93'760}}},
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
         {{stay, 16'528'688}},
         {{"hxl_row", 1}}},
        // Stocks by kind of population; others of concern, who change their meaning, are left out.
        {tables + "unhcr.zip",
         R"({"sheet": "unhcr_population_2020_2023.csv", "set": {"indicator": "stay"},
             "skip_other_columns": true, "columns": [
             {"column": "year", "field": "period"}, {"column": "coo_iso", "field": "origin"},
             {"column": "coa_iso", "field": "place"},
             {"column": "refugees", "field": "count", "set": {"profile": "refugee"}},
             {"column": "asylum_seekers", "field": "count", "set": {"profile": "asylum_seeker"}},
             {"column": "idps", "field": "count", "set": {"profile": "internally_displaced"}},
             {"column": "stateless", "field": "count", "set": {"profile": "stateless"}},
             {"column": "hst", "field": "count", "set": {"profile": "host_community"}}]})",
         23073,
         23069,
         4,
         0,
         115'345,
         {{stay, 103'055'617 + 21'101'873 + 220'452'626 + 17'304'032 + 61'153'398}}},
        // The same without a word: all populations, and who returned; of four rows nobody knows
        // where from.
        {tables + "unhcr.zip",
         R"({"sheet": "unhcr_population_2020_2023.csv"})",
         23073,
         23069,
         4,
         0,
         184'632,
         {{stay, 103'055'617 + 21'101'873 + 220'452'626 + 17'304'032 + 61'153'398 + 20'117'205 +
                     19'241'353},
          {return_received, 2'805'997 - 46'002 + 21'865'970}}},
        {tables + "unhcr.zip",
         R"({"sheet": "unhcr_asylum_applications_2023_2025.csv",
             "set": {"indicator": "asylum_application"}, "columns": [
             {"column": "year", "field": "period"}, {"column": "coo_iso", "field": "origin"},
             {"column": "coa_iso", "field": "place"}, {"column": "applied", "field": "count"}],
             "filters": [{"column": "app_pc", "keep": ["P"], "reason": "cases, not persons"}]})",
         18281,
         18105,
         0,
         176,
         18105,
         {{asylum_application, 10'231'935}},
         {{"cases, not persons", 176}}},
        {tables + "unhcr.zip",
         R"({"sheet": "unhcr_asylum_decisions_2023_2025.csv", "skip_other_columns": true,
             "set": {"indicator": "asylum_decision"}, "columns": [
             {"column": "year", "field": "period"}, {"column": "coo_iso", "field": "origin"},
             {"column": "coa_iso", "field": "place"}, {"column": "dec_total", "field": "count"}],
             "filters": [{"column": "dec_pc", "keep": ["P"], "reason": "cases, not persons"}]})",
         16531,
         16356,
         0,
         175,
         16356,
         {{asylum_decision, 7'061'972}},
         {{"cases, not persons", 175}}},
        // Nineteen rows are of refugees who returned from a country that is not known, "UNK".
        {tables + "unhcr.zip",
         R"({"sheet": "unhcr_solutions_2010_2025.csv", "skip_other_columns": true, "columns": [
             {"column": "year", "field": "period"}, {"column": "coo_iso", "field": "origin"},
             {"column": "coa_iso", "field": "place"},
             {"column": "returned_refugees", "field": "count",
              "set": {"indicator": "return_received", "profile": "refugee"}},
             {"column": "resettlement", "field": "count", "set": {"indicator": "resettlement"}},
             {"column": "naturalisation", "field": "count", "set": {"indicator": "naturalisation"}},
             {"column": "returned_idps", "field": "count",
              "set": {"indicator": "return_received", "profile": "internally_displaced"}}]})",
         10037,
         10018,
         19,
         0,
         11231,
         {{return_received, 12'526'852 - from_unknown_asylum + 72'001'578},
          {resettlement, 1'688'628},
          {naturalisation, 674'737}}},
        // Ten columns of sex and age; the totals beside them and who is of no stated age are left
        // out.
        {tables + "unhcr.zip",
         R"({"sheet": "unhcr_demographics_2025_selected.csv", "set": {"indicator": "stay"},
             "columns": [{"column": "year", "field": "period"},
             {"column": "coo_iso", "field": "origin"}, {"column": "coa_iso", "field": "place"},
             {"column": "f_other", "field": "skip"}, {"column": "f_total", "field": "skip"},
             {"column": "m_other", "field": "skip"}, {"column": "m_total", "field": "skip"},
             {"column": "total", "field": "skip"},
             {"column": "f_0_4", "field": "count", "set": {"sex": "female", "age": "age_0_4"}},
             {"column": "f_5_11", "field": "count", "set": {"sex": "female", "age": "age_5_11"}},
             {"column": "f_12_17", "field": "count", "set": {"sex": "female", "age": "age_12_17"}},
             {"column": "f_18_59", "field": "count", "set": {"sex": "female", "age": "age_18_59"}},
             {"column": "f_60", "field": "count", "set": {"sex": "female", "age": "age_60_plus"}},
             {"column": "m_0_4", "field": "count", "set": {"sex": "male", "age": "age_0_4"}},
             {"column": "m_5_11", "field": "count", "set": {"sex": "male", "age": "age_5_11"}},
             {"column": "m_12_17", "field": "count", "set": {"sex": "male", "age": "age_12_17"}},
             {"column": "m_18_59", "field": "count", "set": {"sex": "male", "age": "age_18_59"}},
             {"column": "m_60", "field": "count", "set": {"sex": "male", "age": "age_60_plus"}}]})",
         2334,
         2334,
         0,
         0,
         23340,
         {{stay, 9'132'676}}},
        {tables + "unhcr.zip",
         R"({"sheet": "hdx_unhcr_solutions_hxl.csv", "columns": [
             {"column": "RST", "field": "count", "set": {"indicator": "resettlement"}},
             {"column": "NAT", "field": "count", "set": {"indicator": "naturalisation"}},
             {"column": "RET", "field": "count",
              "set": {"indicator": "return_received", "profile": "refugee"}},
             {"column": "RDP", "field": "count",
              "set": {"indicator": "return_received", "profile": "internally_displaced"}}]})",
         152,
         151,
         0,
         1,
         604,
         {{return_received, 11'478'793 + 6'157'697}, {resettlement, 191}, {naturalisation, 6}},
         {{"hxl_row", 1}}},
        // Under two rows of headers; the sectors beside the total count the same people again.
        {tables + "activities.zip",
         R"({"sheet": "kenya_drought_affected_targeted_reached_hxl.csv", "set": {"place": "KEN"},
             "period": "2022", "skip_other_columns": true, "columns": [
             {"column": "#adm1+code", "field": "dimension"},
             {"column": "OVERALL Affected / Total Affected", "field": "count",
              "set": {"indicator": "in_need"}},
             {"column": "OVERALL Affected / Target", "field": "count",
              "set": {"indicator": "targeted"}}]})",
         24,
         21,
         0,
         3,
         36,
         {{in_need, 4'229'374}, {targeted, 2'003'262}},
         {{"hxl_row", 1}, {"no_figure", 2}}},
        {tables + "activities.zip",
         R"({"sheet": "somalia_drought_affected_targeted_reached_hxl.csv", "set": {"place": "SOM"},
             "period": "2022", "skip_other_columns": true, "columns": [
             {"column": "#adm2+code", "field": "dimension"},
             {"column": "#affected+total", "field": "count", "set": {"indicator": "in_need"}},
             {"column": "#targeted+total", "field": "count", "set": {"indicator": "targeted"}}]})",
         75,
         74,
         0,
         1,
         148,
         {{in_need, 7'846'889}, {targeted, 7'613'133}},
         {{"hxl_row", 1}}},
        {tables + "activities.zip",
         R"({"sheet": "sahel_hno_2017_nutrition_hxl.csv", "period": "2017",
             "columns": [{"column": "#affected", "field": "skip"}]})",
         28,
         24,
         0,
         4,
         47,
         {{in_need, 8'798'335}, {targeted, 5'591'338}},
         {{"hxl_row", 1}, {"no_figure", 3}}},
        {tables + "activities.zip",
         R"({"sheet": "sahel_hno_2017_people_in_need_hxl.xlsx", "period": "2017"})",
         46,
         45,
         0,
         1,
         45,
         {{in_need, 55'668'555}},
         {{"hxl_row", 1}}},
        // Beneficiaries by month, of a year that no column says.
        {tables + "activities.zip",
         R"({"sheet": "rowca_3w_2014_hxl.csv", "period": "2014", "columns": [
             {"column": "Country", "field": "place"},
             {"column": "AnnualTarget", "field": "count", "set": {"indicator": "targeted"}},
             {"column": "Achieved", "field": "count", "set": {"indicator": "reached"}}]})",
         245,
         244,
         0,
         1,
         422,
         {{targeted, 2'153'485}, {reached, 2'164'697}},
         {{"hxl_row", 1}}},
    };
    return table;
}

TEST(GoldenFiles, every_row_and_figure_is_accounted_for) {
    for (const auto& golden : golden_files()) {
        SCOPED_TRACE(golden.file + golden.mapping);
        const auto text =
            golden.mapping.starts_with('{') ? golden.mapping : file_text(golden.mapping);
        const auto reading = read_file(golden.file, mapping_from_text(text).value());
        ASSERT_TRUE(reading) << reading.error().fields.at(0).pointer << ' '
                             << reading.error().fields.at(0).code;
        const auto& summary = reading->summary;
        EXPECT_EQ(summary.rows, golden.rows);
        EXPECT_EQ(summary.used, golden.used);
        EXPECT_EQ(summary.rejected, golden.rejected);
        EXPECT_EQ(summary.skipped, golden.skipped);
        EXPECT_EQ(summary.observations, golden.observations);
        EXPECT_EQ(summary.totals, golden.totals);
        EXPECT_EQ(summary.skipped_by_reason, golden.skipped_by_reason);
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

// The publisher has hardly given a route since 2020.
TEST(GoldenFiles, dead_and_missing_without_a_route_are_found_by_region_and_place) {
    std::map<std::string, std::int64_t> years;
    const auto reading = read_golden(7);
    for (std::size_t i = 0; i < reading.figures.size(); ++i) {
        const auto& figure = reading.figures[i];
        if (figure.indicator == Indicator::death || figure.indicator == Indicator::missing)
            years[reading.place_of(i) + ' ' +
                  to_text(Period::from_code(figure.period)).substr(0, 4)] += figure.count;
    }
    EXPECT_EQ(years["ROUTE-CAM-USA 2019"], 643);
    EXPECT_EQ(years["ROUTE-CAM-USA 2020"], 523);
    EXPECT_EQ(years["ROUTE-CAM-USA 2021"], 359);
    EXPECT_EQ(years["PAN-DARIEN 2019"], 40);
    EXPECT_EQ(years["PAN-DARIEN 2020"], 26);
    EXPECT_EQ(years["PAN-DARIEN 2021"], 17);
    EXPECT_EQ(years.count("unknown 2021"), 0U);
}

// As the publisher gives them, with what is dated as one although it happened on several days.
TEST(GoldenFiles, the_dead_of_a_route_and_year_are_as_many_as_their_publisher_says) {
    std::map<std::string, std::int64_t> years;
    const auto reading = read_golden(9);
    for (std::size_t i = 0; i < reading.figures.size(); ++i) {
        const auto& figure = reading.figures[i];
        if (figure.indicator == Indicator::death_and_missing)
            years[reading.place_of(i) + ' ' +
                  to_text(Period::from_code(figure.period)).substr(0, 4)] += figure.count;
    }
    EXPECT_EQ(years["ROUTE-CENTRAL-MED 2014"], 3'126);
    EXPECT_EQ(years["ROUTE-CENTRAL-MED 2015"], 3'149);
    EXPECT_EQ(years["ROUTE-CENTRAL-MED 2017"], 2'853);
    EXPECT_EQ(years["ROUTE-HOA-EASTERN 2024"], 558);
}

struct Refused {
    std::string file, sheet;
    std::string first_reason;  // what is missing
};

// Who does what where, code lists, maps and forms hold no figures of movements; what a person would
// have to say first is told.
TEST(GoldenFiles, what_holds_no_figures_is_refused_with_what_is_missing) {
    const auto activities = tables + "activities.zip", lists = tables + "lists.zip",
               unhcr = tables + "unhcr.zip";
    const std::vector<Refused> table{
        {activities, "ethiopia_4w_aug_2025.csv", "missing_count_column"},
        {activities, "somalia_3w_jan-apr_2025.xlsx", "missing_count_column"},
        {activities, "unhcr_3w_2014_hxl.csv", "missing_count_column"},
        {activities, "hxl_tag_dictionary_2014.csv", "missing_count_column"},
        {unhcr, "unhcr_countries.csv", "missing_count_column"},
        {lists, "guinea_prefectures_pcodes_hxl.csv", "missing_count_column"},
        {lists, "wdi_selected_2010_2023.csv", "missing_count_column"},
        {lists, "unhcr_demo_questionnaire_en_ti_am_om.xlsx", "missing_count_column"},
        // Numbers stand in these, but no dates, or nothing says what is counted.
        {lists, "iom_countrynames.csv", "missing_period"},
        {lists, "iso3166_country_codes_unterm.csv", "missing_period"},
        {lists, "unsd_m49_en.csv", "missing_period"},
    };
    for (const auto& [file, sheet, reason] : table) {
        SCOPED_TRACE(sheet);
        Mapping known;
        known.sheet = sheet;
        const auto reading = read_file(file, known);
        ASSERT_FALSE(reading);
        EXPECT_EQ(reading.error().code, ProblemCode::incomplete_mapping);
        EXPECT_EQ(reading.error().fields.front().code, reason);
    }
    const auto map = formats::open_table(std::string(TENPOINT_SOURCE) +
                                         "/reference/world_countries_110m.topojson");
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().fields.front().code, "not_a_table");
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

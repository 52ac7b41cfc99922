// SPDX-License-Identifier: Apache-2.0
//
// Tables that look like something else than they are: figures that would be wrong without a word.
#include <algorithm>

#include <fmt/format.h>

#include "base/translations.hpp"
#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/recognition_words.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

Mapping arrivals_in_2024() {
    Mapping mapping;
    mapping.set.indicator = Indicator::arrival;
    mapping.set.place = "PAN-DARIEN";
    mapping.period = period_from_text("2024");
    return mapping;
}

Reading read_misread(std::string_view text, const Mapping& known = arrivals_in_2024(),
                     const PlaceLookup& places = test_places()) {
    TextTable first(text);
    const auto found = recognise(first, known);
    TextTable table(text);
    return read(table, found.mapping, places).value();
}

std::int64_t people_in(const Reading& reading) {
    std::int64_t people = 0;
    for (const auto& figure : reading.figures)
        people += figure.count;
    return people;
}

std::int64_t people_of(const Reading& reading, Sex sex) {
    std::int64_t people = 0;
    for (const auto& figure : reading.figures)
        people += figure.sex == sex ? figure.count : 0;
    return people;
}

// The texts of the findings of this code, which every language can tell.
std::vector<std::string> told(const Reading& reading, const std::string& code) {
    std::vector<std::string> texts;
    for (const auto& finding : reading.findings) {
        if (finding.code != code) continue;
        texts.push_back(finding.text);
        for (const auto language : all_languages)
            EXPECT_TRUE(has_translation(language, "findings." + code)) << code;
    }
    return texts;
}

using Told = std::vector<std::string>;

TEST(MisreadTables, a_number_of_something_else_than_people_is_no_count) {
    for (const auto* header :
         {"Case number", "ID number", "Number of sites", "Number of households", "Serial number",
          "Number of families", "Total sites", "Numero de caso", "Nombre de sites",
          "Nombre del municipio", "Número de hogares"})
        EXPECT_EQ(meaning_of_header(header)->field, Field::dimension) << header;
    for (const auto* header :
         {"Number of persons", "Total number of individuals", "Number of women", "Total people",
          "Nombre de personnes", "Nombre de femmes", "Número de personas", "Total arrivals",
          "Minimum Estimated Number of Missing", "Number of Dead", "Total 2023",
          "Number of unaccompanied children", "عدد النساء"})
        EXPECT_EQ(meaning_of_header(header)->field, Field::count) << header;
    const auto reading = read_misread(
        "Nationality|Number of persons|Case number|Number of sites\nVEN|12|9001|3\n"
        "COL|7|9002|4");
    EXPECT_EQ(people_in(reading), 19);
}

TEST(MisreadTables, m_beside_h_is_for_women_and_beside_f_for_men) {
    const auto columns = read_misread("Nacionalidad|H|M\nVEN|10|20\nCOL|1|2");
    EXPECT_EQ(people_of(columns, Sex::male), 11);
    EXPECT_EQ(people_of(columns, Sex::female), 22);
    const auto ages = read_misread("Nacionalidad|H 0-4|M 0-4\nVEN|10|20\nCOL|1|2");
    EXPECT_EQ(people_of(ages, Sex::female), 22);
    const auto cells = read_misread("Nacionalidad|Sexo|n\nVEN|H|10\nVEN|M|20");
    EXPECT_EQ(people_of(cells, Sex::male), 10);
    EXPECT_EQ(people_of(cells, Sex::female), 20);
    const auto english = read_misread("Nationality|M|F\nVEN|10|20\nCOL|1|2");
    EXPECT_EQ(people_of(english, Sex::male), 11);
    EXPECT_EQ(people_of(english, Sex::female), 22);
    const auto letters = read_misread("Nationality|Sex|n\nVEN|F|10\nVEN|M|20");
    EXPECT_EQ(people_of(letters, Sex::male), 20);
}

TEST(MisreadTables, an_h_far_below_an_m_is_told) {
    std::string text = "Nacionalidad|Sexo|n\n";
    for (int i = 0; i < 300; ++i)
        text += "VEN|M|1\n";
    const auto reading = read_misread(text + "VEN|H|5");
    EXPECT_EQ(told(reading, "m_beside_h"), Told{"H"});
}

TEST(MisreadTables, other_age_groups_are_counted_with_an_unknown_age) {
    const auto bands = read_misread("Nationality|0-5|6-17|18-59|60+\nVEN|1|2|4|8\nCOL|1|2|4|8");
    EXPECT_EQ(people_in(bands), 30);
    EXPECT_EQ(told(bands, "other_age_group"), (Told{"0-5", "6-17"}));
    EXPECT_EQ(std::ranges::count(bands.figures, AgeGroup::unknown, &Observation::age), 4);
    const auto sexes = read_misread("Nationality|F 5-17|M 5-17\nVEN|1|2\nCOL|4|8");
    EXPECT_EQ(people_of(sexes, Sex::female), 5);
    EXPECT_EQ(told(sexes, "other_age_group"), (Told{"F 5-17", "M 5-17"}));
    const auto girls = read_misread("Nationality|Girls 5-14|Women\nVEN|1|2\nCOL|4|8");
    EXPECT_EQ(people_in(girls), 15);
    EXPECT_EQ(girls.figures.front().age, AgeGroup::child);
}

TEST(MisreadTables, ages_that_became_dates_are_no_days) {
    auto known = arrivals_in_2024();
    known.period.reset();
    const auto reading = read_misread(
        "Date|0-4|2024-11-05|2017-12-01|18-59|60+\n2024-01|1|2|4|8|16\n2024-02|1|2|4|8|16", known);
    EXPECT_EQ(to_text(*reading.summary.first_day), "2024-01-01");
    EXPECT_EQ(to_text(*reading.summary.last_day), "2024-02-29");
    EXPECT_EQ(people_in(reading), 50);
    EXPECT_EQ(told(reading, "age_became_date"), (Told{"2024-11-05", "2017-12-01"}));
}

TEST(MisreadTables, a_line_with_the_reporting_period_is_no_header) {
    for (const auto* line : {"Period|01/01/2024|31/03/2024", "From|01/01/2024|To|31/03/2024"}) {
        TextTable table(std::string(line) + "\n||\nNationality|Men|Women\nVEN|1|2\nCOL|3|4");
        const auto found = recognise(table, arrivals_in_2024());
        EXPECT_EQ(found.layout.header_row, 3) << line;
        EXPECT_EQ(found.columns[0].field, Field::origin) << line;
        EXPECT_EQ(found.columns[1].set.sex, Sex::male) << line;
    }
}

PlaceLookup nigerian_places() {
    PlaceLookup places;
    places.add("NG027", {"Niger", "", "", ""}, "NGA");
    places.add("NG001", {"Abia", "", "", ""}, "NGA");
    places.add("MX15", {"México", "", "", ""}, "MEX");
    return places;
}

Mapping with_places() {
    auto known = arrivals_in_2024();
    known.set.place.reset();
    return known;
}

TEST(MisreadTables, a_country_that_shares_its_name_with_an_admin_area_stays_one) {
    const auto countries =
        read_misread("Country|n\nNiger|1\nNigeria|2\nMexico|3", with_places(), nigerian_places());
    ASSERT_EQ(countries.figures.size(), 3U);
    EXPECT_EQ(countries.place_of(0), "NER");
    EXPECT_EQ(countries.place_of(2), "MEX");
    const auto with_area = [](std::string_view text) {
        TextTable table(text);
        auto mapping = with_places();
        mapping.columns = columns_from_short_form("Country=place,State=place,n=count").value();
        return read(table, mapping, nigerian_places()).value();
    };
    const auto both = with_area("Country|State|n\nNigeria|Niger|1\nMexico|México|2");
    EXPECT_EQ(both.place_of(0), "NG027");
    EXPECT_EQ(both.place_of(1), "MX15");
    const auto open =
        read_misread("Location|n\nNiger|1\nAbia|2\nAbia|3", with_places(), nigerian_places());
    EXPECT_EQ(told(open, "ambiguous_place"), Told{"Niger"});
    EXPECT_EQ(open.findings.front().expected, "NG027, NER");
}

TEST(MisreadTables, codes_of_admin_areas_are_no_countries) {
    for (const auto* table : {"State|n\n#adm1+code|#affected\n004|1\nCA|2",
                              "State|n\n#adm1+code|#affected\nCA|1\nCO|2"}) {
        const auto reading = read_misread(table, with_places());
        EXPECT_TRUE(reading.figures.empty()) << table;
        EXPECT_EQ(told(reading, "unknown_place").size(), 2U) << table;
    }
    EXPECT_EQ(
        read_misread("Where|n\n#country+code|#affected\nCA|1\nCO|2", with_places()).place_of(0),
        "CAN");
}

TEST(MisreadTables, na_is_namibia_only_among_codes_of_two_letters) {
    const auto names = read_misread("Nationality|n\nVenezuela|1\nNA|2\nColombia|3\nPeru|4");
    EXPECT_EQ(names.origin_of(1), "unknown");
    EXPECT_EQ(told(names, "na_is_unknown"), Told{"NA"});
    const auto codes = read_misread("Nationality|n\nVE|1\nNA|2\nCO|3\nPE|4");
    EXPECT_EQ(codes.origin_of(1), "NAM");
    EXPECT_TRUE(told(codes, "na_is_unknown").empty());
}

TEST(MisreadTables, a_year_from_the_title_is_told_and_that_of_the_printing_is_none) {
    auto known = arrivals_in_2024();
    known.period.reset();
    const std::string table = "||\nNationality|Jan|Feb|Mar\nVEN|1|2|3\nCOL|1|2|3";
    const auto titled = read_misread("Arrivals 2023||\nPrinted 05/01/2025||\n" + table, known);
    EXPECT_EQ(to_text(*titled.summary.first_day), "2023-01-01");
    EXPECT_EQ(told(titled, "year_of_title"), Told{"Arrivals 2023"});
    TextTable printed("Arrivals||\nPrinted 05/01/2025||\n" + table);
    const auto found = recognise(printed, known);
    EXPECT_TRUE(std::ranges::any_of(
        found.findings, [](const Finding& finding) { return finding.code == "no_period"; }));
}

TEST(MisreadTables, a_total_that_has_no_date_of_its_own_is_told) {
    auto known = arrivals_in_2024();
    known.period.reset();
    const auto reading =
        read_misread("Nationality|2023-01|2023-02|Total\nVEN|1|2|3\nCOL|1|2|3", known);
    EXPECT_EQ(people_in(reading), 6);
    EXPECT_EQ(told(reading, "undated_total"), Told{"Total"});
}

// Two tables of a ministry on one sheet.
constexpr auto two_tables =
    "Nationality|Month|Arrivals\nVEN|2024-01|5\nCOL|2024-02|7\n\nTable 2. At the border\n"
    "Border point|Year|Women|Men\nPaso Canoas|2024|3|4\nPeñas Blancas|2024|2|3\n\nSource: DGME";

TEST(MisreadTables, a_second_table_below_the_first_is_told_once_with_where_it_begins) {
    const auto reading = read_misread(two_tables, [] {
        auto known = arrivals_in_2024();
        known.period.reset();
        return known;
    }());
    EXPECT_EQ(people_in(reading), 12);
    EXPECT_EQ(told(reading, "second_table"), Told{"Border point, Year, Women, Men"});
    EXPECT_EQ(reading.summary.rejected, 0);
    EXPECT_EQ(reading.summary.skipped_by_reason.at("second_table"), 5);
    const auto found = std::ranges::find(reading.findings, "second_table", &Finding::code);
    EXPECT_EQ(found->row, 6);
    EXPECT_EQ(found->expected, "6");
}

// It stays in the file, and whoever hands that on should know.
TEST(MisreadTables, columns_about_persons_of_a_second_table_are_told) {
    const auto reading =
        read_misread("Nationality|Arrivals\nVEN|5\n\nFull name|Children\nNobody|3\nNobody else|4");
    EXPECT_EQ(told(reading, "second_table"), Told{"Full name, Children"});
    const auto found = std::ranges::find(reading.findings, "personal_column", &Finding::code);
    ASSERT_NE(found, reading.findings.end());
    EXPECT_EQ(found->row, 4);
    EXPECT_EQ(found->column, "Full name");
}

TEST(MisreadTables, a_second_table_is_read_by_the_row_of_its_header) {
    auto known = arrivals_in_2024();
    known.header_row = 6;
    const auto reading = read_misread(two_tables, known);
    EXPECT_EQ(people_in(reading), 12);
    EXPECT_EQ(people_of(reading, Sex::female), 5);
    EXPECT_EQ(reading.summary.used, 2);
    std::string far = "Nationality|Arrivals\n";
    for (int i = 0; i < 300; ++i)
        far += "VEN|1\n";
    far += "\nPuesto|Mujeres\nPaso Canoas|3\nSixaola|4";
    EXPECT_EQ(told(read_misread(far), "second_table"), Told{"Puesto, Mujeres"});
    known.header_row = 303;
    EXPECT_EQ(people_in(read_misread(far, known)), 7);
}

TEST(MisreadTables, a_second_table_with_the_same_columns_is_read_on) {
    const auto reading = read_misread(
        "Nationality|Arrivals\nVEN|5\n\nNorthern border\nNationality|Arrivals\nCOL|7\n\n"
        "Nationality|Deaths\nCOL|1\n\nNationality|Arrivals\nHTI|9");
    EXPECT_EQ(people_in(reading), 21);
    EXPECT_EQ(told(reading, "second_table"), Told{"Nationality, Deaths"});
}

TEST(MisreadTables, rows_behind_a_gap_are_no_second_table) {
    for (const auto* table : {"Nationality|Arrivals\nVEN|5\n\nCOL|confidential\nHTI|7",
                              "Nationality|Arrivals\nVEN|5\n\nTotal|twelve\nHTI|7",
                              "Nationality|Arrivals\nVEN|5\n\nSource|Ministry\n\nHTI|7"}) {
        const auto reading = read_misread(table);
        EXPECT_EQ(people_in(reading), 12) << table;
        EXPECT_EQ(told(reading, "second_table"), Told{}) << table;
    }
}

// Sheets that are read as one table, whose names stand in its last column.
TEST(MisreadTables, a_second_table_ends_with_its_sheet) {
    for (const auto* table :
         {"Nationality|Arrivals|@Sheet\nVEN|5|@Jan\n\nBorder point|Women|@Jan\nSixaola|3|@Jan\n"
          "COL|7|@Feb\n\nBorder point|Women|@Feb\nSixaola|3|@Feb\nHTI|9|@Mar",
          "Nationality|Arrivals|@Sheet\nVEN|5|@2024-01-05\n\nBorder point|Women|@2024-01-05\n"
          "Sixaola|3|@2024-01-05\nCOL|7|@2024-01-06\n\nBorder point|Women|@2024-01-06\n"
          "Sixaola|3|@2024-01-06\nHTI|9|@2024-01-07"}) {
        const auto reading = read_misread(table);
        EXPECT_EQ(people_in(reading), 21) << table;
        EXPECT_EQ(told(reading, "second_table"),
                  (Told{"Border point, Women", "Border point, Women"}))
            << table;
    }
}

TEST(MisreadTables, a_header_again_and_a_footer_of_a_sheet_begin_no_second_table) {
    for (const auto* table :
         {"Nationality|Arrivals|@Sheet\nVEN|5|@Jan\n\nNationality|Arrivals|@Jan\nCOL|7|@Jan\n"
          "HTI|9|@Feb",
          "Nationality|Arrivals|@Sheet\nVEN|5|@Jan\n\nSource|Ministry|@Jan\nCOL|7|@Feb\n"
          "HTI|9|@Mar",
          "Nationality|Arrivals|@Sheet\nVEN|5|@2023\n\nSource|Ministry|@2023\nCOL|7|@2024\n"
          "HTI|9|@2024"}) {
        const auto reading = read_misread(table);
        EXPECT_EQ(people_in(reading), 21) << table;
        EXPECT_EQ(told(reading, "second_table"), Told{}) << table;
    }
}

TEST(MisreadTables, subtotals_among_nationalities_are_not_counted_beside_their_rows) {
    const auto reading = read_misread(
        "Nationalité|Sexe|Arrivées\nCôte d’Ivoire|Hommes|120\nCôte d’Ivoire|Femmes|45\n"
        "Sous-total||165\nGuinée|Hommes|80\nGuinée|Femmes|20\nSous-total||100");
    EXPECT_EQ(people_in(reading), 265);
    EXPECT_EQ(reading.summary.skipped_by_reason.at("total_row"), 2);
}

}  // namespace
}  // namespace tenpoint::movements

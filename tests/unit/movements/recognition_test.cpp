// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition.hpp"

#include <algorithm>

#include "base/translations.hpp"
#include "desks/movements/recognition_words.hpp"
#include "read_text.hpp"
#include "record/value_type.hpp"

namespace tenpoint::movements {
namespace {

Recognition recognise_text(std::string_view text, const Mapping& known = {}) {
    TextTable table(text);
    return recognise(table, known);
}

std::vector<std::string> codes_of(const Findings& findings) {
    std::vector<std::string> codes;
    for (const auto& finding : findings)
        codes.push_back(finding.code);
    return codes;
}

TEST(Recognition, knows_header_words_in_four_languages) {
    const std::vector<std::pair<std::string, Field>> table{
        {"Date", Field::period},
        {"Fecha", Field::period},
        {"Période", Field::period},
        {"التاريخ", Field::period},
        {"Nationality", Field::origin},
        {"Nationalité", Field::origin},
        {"Nacionalidad", Field::origin},
        {"الجنسية", Field::origin},
        {"Sexe", Field::sex},
        {"الجنس", Field::sex},
        {"Grupo de edad", Field::age},
        {"الفئة العمرية", Field::age},
        {"n", Field::count},
        {"Effectif", Field::count},
        {"Cantidad", Field::count},
        {"العدد", Field::count},
        {"Number of Individuals", Field::count},
        {"País de asilo", Field::place},
        {"lat", Field::latitude},
    };
    for (const auto& [header, field] : table) {
        const auto meaning = meaning_of_header(header);
        ASSERT_TRUE(meaning) << header;
        EXPECT_EQ(meaning->field, field) << header;
    }
    EXPECT_FALSE(meaning_of_header("Information Source"));
}

TEST(Recognition, knows_counts_by_what_is_elided_or_in_another_case) {
    const auto counted = [](const char* header) {
        const auto meaning = meaning_of_header(header);
        EXPECT_TRUE(meaning && meaning->field == Field::count) << header;
        return meaning ? meaning->set : Settings{};
    };
    EXPECT_EQ(counted("Nombre d'arrivées"), Settings{.indicator = Indicator::arrival});
    EXPECT_EQ(counted("Nombre d’arrivées"), Settings{.indicator = Indicator::arrival});
    EXPECT_EQ(counted("Nombre d'enfants"), Settings{.age = AgeGroup::child});
    EXPECT_EQ(counted("عدد الوافدين"), Settings{.indicator = Indicator::arrival});
    EXPECT_EQ(counted("Nombre de retours"), Settings{});
    EXPECT_EQ(meaning_of_header("Nombre d'accords")->field, Field::dimension);
    const auto found = recognise_text(
        "Mois|Pays|Nombre d'arrivées|Nombre de retours\n2024-01|Mali|5|7\n2024-02|Niger|6|8");
    EXPECT_EQ(found.columns.at(3).set.indicator, Indicator::return_received);
}

TEST(Recognition, knows_the_indicators_of_hdx_by_their_names_and_values) {
    const auto table = [](const std::string& name) {
        return "#date|#country|#indicator+name|#indicator+value+num\n2024-01|GTM|" + name +
               "|5\n2024-02|GTM|" + name + "|1";
    };
    const auto found = recognise_text(table("Arrivals"));
    EXPECT_EQ(found.columns[2].field, Field::indicator);
    EXPECT_EQ(found.columns[3].field, Field::count);
    EXPECT_TRUE(found.complete());
    const auto other = recognise_text(table("Access to water"));
    EXPECT_EQ(other.columns[2].field, Field::dimension);
}

TEST(Recognition, knows_a_column_without_a_tag_by_its_whole_header_where_no_tag_says_the_same) {
    const auto found = recognise_text(
        "Fecha|País|Nacionalidad|Cantidad\n#date||#country+origin|#affected\n2024-01|GTM|Haiti|5");
    EXPECT_EQ(found.columns[1].field, Field::place);
    const auto tagged = recognise_text(
        "Fecha|País|Lugar|Cantidad|Total\n#date|#country||#affected|\n2024-01|GTM|Haiti|5|7");
    EXPECT_EQ(tagged.columns[1].field, Field::place);
    EXPECT_EQ(tagged.columns[2].field, Field::dimension);
    EXPECT_EQ(tagged.columns[4].field, Field::dimension) << "nor is anything counted twice";
}

TEST(Recognition, knows_months_with_years_of_two_digits) {
    const auto field = [](const std::string& header, const std::string& dates) {
        return recognise_text(header + "|country|count\n" + dates).columns[0].field;
    };
    EXPECT_EQ(field("month", "Jan 24|GTM|5\nFeb 24|GTM|6\nMar 24|GTM|7"), Field::period);
    EXPECT_EQ(field("date", "Jan 24|GTM|5\nFeb 24|GTM|6\nMar 24|GTM|7"), Field::period);
    EXPECT_EQ(field("date", "2024-01-05|GUF|1\n2024-01-25|GUF|2\n2024-03-31|GUF|3\n2024|GUF|4"),
              Field::period);
}

TEST(Recognition, takes_sex_age_and_indicator_out_of_a_counts_header) {
    const auto f = meaning_of_header("f_0_4").value();
    EXPECT_EQ(f.field, Field::count);
    EXPECT_EQ(f.set.sex, Sex::female);
    EXPECT_EQ(f.set.age, AgeGroup::age_0_4);
    EXPECT_EQ(meaning_of_header("m_60")->set.age, AgeGroup::age_60_plus);
    EXPECT_EQ(meaning_of_header("Number of Females")->set.sex, Sex::female);
    EXPECT_EQ(meaning_of_header("Total Dead and Missing")->set.indicator,
              Indicator::death_and_missing);
}

TEST(Recognition, reads_hashtags) {
    const auto tag = [](const char* text) { return meaning_of_tag(*formats::parse_hxl_tag(text)); };
    EXPECT_EQ(tag("#date+occurred").field, Field::period);
    EXPECT_EQ(tag("#country+code+origin").field, Field::origin);
    EXPECT_EQ(tag("#country+code+asylum").field, Field::place);
    EXPECT_EQ(tag("#affected+f+children").set.sex, Sex::female);
    EXPECT_EQ(tag("#affected+f+children").set.age, AgeGroup::child);
    EXPECT_EQ(tag("#inneed").set.indicator, Indicator::in_need);
    EXPECT_EQ(tag("#geo+lat").field, Field::latitude);
    EXPECT_EQ(tag("#sector").field, Field::dimension);
    EXPECT_EQ(tag("#targeted+percentage").field, Field::dimension);
}

TEST(Recognition, finds_the_table_below_its_title) {
    const auto found = recognise_text(
        "Monthly figures of the border service||\n||\nMonth|Nationality|Persons\n"
        "2024-01|VEN|12\n2024-02|COL|7\n2024-03|ECU|9");
    EXPECT_EQ(found.layout.header_row, 3);
    EXPECT_EQ(found.layout.first_data_row, 4);
    EXPECT_EQ(found.columns[0].field, Field::period);
    EXPECT_EQ(found.columns[1].field, Field::origin);
    EXPECT_EQ(found.columns[2].field, Field::count);
    EXPECT_EQ(codes_of(found.findings), (std::vector<std::string>{"no_indicator", "no_place"}));
}

TEST(Recognition, goes_by_the_look_of_the_cells_where_headers_say_nothing) {
    const auto found = recognise_text("a|b|c\n2024-01|VEN|12\n2024-02|COL|7\n2024-03|ECU|9");
    EXPECT_EQ(found.columns[0].field, Field::period);
    EXPECT_EQ(found.columns[1].field, Field::origin);
    EXPECT_EQ(found.columns[2].field, Field::count);
    EXPECT_EQ(found.columns[2].by, RecognisedBy::samples);
}

TEST(Recognition, a_date_that_there_is_not_leaves_a_column_of_few_what_it_is) {
    const auto found = recognise_text("Month|n\nJan 2024|1\nFeb 2024|2\n31/02/2024|3");
    EXPECT_EQ(found.columns.at(0).field, Field::period);
}

TEST(Recognition, the_names_of_sheets_that_are_read_as_one_say_when_or_else_where) {
    const auto of_sheets = [](const std::string& name, const std::string& others = "",
                              const std::string& cells = "") {
        const auto found = recognise_text("Nationality|Persons" + others + "|@Sheet\nVEN|5" +
                                          cells + "|@" + name + "\nCOL|7" + cells + "|@" + name);
        return found.columns.back().field;
    };
    EXPECT_EQ(of_sheets("Jan 2024"), Field::period);
    EXPECT_EQ(of_sheets("2024"), Field::year);
    EXPECT_EQ(of_sheets("Janvier", "|Year", "|2024"), Field::month);
    EXPECT_EQ(of_sheets("T1", "|Year", "|2024"), Field::month);
    EXPECT_EQ(of_sheets("Necoclí"), Field::place);
    EXPECT_EQ(of_sheets("Italy"), Field::place);
    EXPECT_EQ(of_sheets("Necoclí", "|Lugar", "|PAN-DARIEN"), Field::dimension);
    EXPECT_EQ(of_sheets("2024", "|Date", "|2024-03-01"), Field::dimension);
    EXPECT_EQ(of_sheets("Sheet2"), Field::dimension);
}

TEST(Recognition, a_column_of_the_file_that_is_called_sheet_names_no_sheets) {
    const auto found = recognise_text("Sheet|Nationality|Persons\nNorth|VEN|5\nSouth|COL|7");
    EXPECT_EQ(found.columns.at(0).field, Field::dimension);
    EXPECT_EQ(found.layout.sheet_column, std::nullopt);
}

// The headers of the Missing Migrants Project since 2023.
TEST(Recognition, women_and_children_beside_the_dead_and_missing_are_of_those) {
    const auto found = recognise_text(
        "Incident ID|Incident Date|Number of Dead|Minimum Estimated Number of Missing|"
        "Total Number of Dead and Missing|Number of Survivors|Number of Females|"
        "Number of Children|Country of Origin|Coordinates|Migration Route\n"
        "2024.MMP0001|2024-01-02|3|4|7|10|2|1|SYR|35.1, 24.2|Eastern Mediterranean");
    EXPECT_TRUE(found.findings.empty());
    std::vector<Settings> counts;
    for (const auto& column : found.columns)
        if (column.field == Field::count) counts.push_back(column.set);
    using enum Indicator;
    EXPECT_EQ(counts,
              (std::vector<Settings>{{.indicator = death},
                                     {.indicator = missing},
                                     {.indicator = death_and_missing},
                                     {.indicator = survivor},
                                     {.indicator = death_and_missing, .sex = Sex::female},
                                     {.indicator = death_and_missing, .age = AgeGroup::child}}));
}

TEST(Recognition, notes_below_a_short_table_say_nothing_of_its_columns) {
    const auto found = recognise_text(
        "Year|Country of asylum|Refugees*\n2022|Lebanon|814,715\n2023|Lebanon|784,884\n\n"
        "* Registered only\n(1) end-year");
    EXPECT_EQ(found.columns.at(0).field, Field::year);
}

TEST(Recognition, the_population_types_of_unhcr_are_people_present) {
    const auto counted = [](std::string_view header) {
        const auto found = recognise_text(std::string(header) + "\nSYR|2024|5|6|7");
        return std::ranges::count_if(found.columns, [](const RecognisedColumn& column) {
            return column.set.indicator == Indicator::stay;
        });
    };
    EXPECT_EQ(counted("Country|Year|Refugees|Asylum-seekers|Stateless persons"), 3);
    EXPECT_EQ(counted("Pays|Année|Réfugiés|Demandeurs d'asile|Apatrides"), 3);
    EXPECT_EQ(counted("Country|Year|Refugees|Asylum-seekers|Others of concern"), 3);
    EXPECT_EQ(counted("Country|Year|Refugees|IDPs|Host community"), 0)
        << "who is in need or reached is told so, too";
    EXPECT_EQ(counted("Country|Month|Refugees|Asylum-seekers|Stateless persons"), 0)
        << "who arrives in a month is, too";
}

TEST(Recognition, a_known_mapping_goes_before_every_guess) {
    Mapping known;
    known.set.indicator = Indicator::return_received;
    known.set.place = "GTM";
    known.columns = columns_from_short_form("date=period,origin=dimension,n=count").value();
    const auto found =
        recognise_text("date|origin|place|n\n2024-01|USA|x|12\n2024-02|MEX|y|7", known);
    EXPECT_EQ(found.columns[1].field, Field::dimension);
    EXPECT_EQ(found.columns[1].by, RecognisedBy::mapping);
    // The place is a constant, so no column is taken for it.
    EXPECT_EQ(found.columns[2].field, Field::dimension);
    EXPECT_TRUE(found.complete());
}

TEST(Recognition, what_holds_for_all_rows_fills_in_and_overrules_no_column) {
    Mapping known;
    known.set.indicator = Indicator::arrival;
    known.set.place = "ALB";
    const auto decided = [&](std::string_view text) {
        const auto places = test_places();
        TextTable table(text);
        const auto found = recognise(table, known, {}, &places);
        std::string told;
        for (const auto& column : found.columns)
            told += std::string(record::word_of(column.field)) + ' ';
        for (const auto& remark : found.remarks) {
            told += remark.code + ' ';
            for (const auto language : all_languages)
                EXPECT_TRUE(has_translation(language, "findings." + remark.code)) << remark.code;
        }
        return told;
    };
    EXPECT_EQ(decided("month|country|count\n2024-01|HUN|5\n2024-02|POL|7"),
              "period origin count countries_as_origin ");
    EXPECT_EQ(decided("month|country|nationality|count\n2024-01|HUN|SYR|5\n2024-02|POL|MLI|7"),
              "period place origin count column_stands ");
    EXPECT_EQ(decided("month|country of asylum|count\n2024-01|HUN|5\n2024-02|POL|7"),
              "period place count column_stands ");
    EXPECT_EQ(decided("month|border point|count\n2024-01|Kakavia|5\n2024-02|Kapshtica|7"),
              "period dimension count constant_stands ");
    EXPECT_EQ(decided("month|nationality|indicator|count\n2024-01|SYR|arrivals|5\n2024-01|SYR|"
                      "deaths|7"),
              "period origin indicator count column_stands ");
    known.columns = columns_from_short_form("country=dimension").value();
    EXPECT_EQ(decided("month|country|count\n2024-01|HUN|5\n2024-02|POL|7"),
              "period dimension count ");
}

// Panama's layout: nationalities under "País", a column for each month.
TEST(Recognition, countries_beside_a_place_for_all_rows_are_nationalities) {
    Mapping known;
    known.set.indicator = Indicator::crossing;
    known.set.place = "PAN-DARIEN";
    known.period = period_from_text("2024");
    const std::string text =
        "País|Ene.|Feb.|Total\nTOTAL|36.001|37.166|73.167\nAmérica|26.001|27.166|53.167\n"
        "Venezuela|20.001|20.166|40.167\nHaití|6.000|7.000|13.000\nÁfrica|10.000|10.000|20.000\n"
        "Angola|10.000|10.000|20.000";
    const auto found = recognise_text(text, known);
    EXPECT_EQ(found.columns.at(0).field, Field::origin);
    TextTable table(text);
    const auto reading = read(table, found.mapping).value();
    EXPECT_EQ(reading.origins, (std::vector<std::string>{"VEN", "HTI", "AGO"}))
        << "parts of the world sum up the countries below them";
}

TEST(Recognition,
     a_column_that_came_to_a_known_table_is_read_where_it_says_whose_figures_these_are) {
    const auto known =
        recognise_text("mes|pais|nacionalidad|cantidad\n2024-01|CHL|Haiti|5\n2024-02|CHL|Cuba|6")
            .mapping;
    const auto field_of = [&](const std::string& header, const std::string& a, const std::string& b,
                              const std::string& c) {
        const auto row = [](const std::string& cell, const char* n) {
            return "\n2024-04|CHL|Haiti|" + cell + "|" + n;
        };
        return recognise_text("mes|pais|nacionalidad|" + header + "|cantidad" + row(a, "5") +
                                  row(b, "6") + row(c, "11"),
                              known)
            .columns.at(3)
            .field;
    };
    EXPECT_EQ(field_of("sexo", "M", "F", "T"), Field::sex);
    EXPECT_EQ(field_of("Grupo de edad", "0-4", "18-59", "Total"), Field::age);
    EXPECT_EQ(field_of("sexo", "1", "2", "9"), Field::dimension) << "its cells say nothing";
    EXPECT_EQ(field_of("Sector", "M", "F", "T"), Field::dimension);
    EXPECT_EQ(field_of("mujeres", "2", "3", "5"), Field::dimension) << "they were counted already";
    EXPECT_EQ(field_of("origen", "Cuba", "Haiti", "Mali"), Field::dimension) << "there is one";
}

TEST(Recognition, cells_without_a_header_are_no_breakdown) {
    const auto found = recognise_text(
        "date|country|nationality|count\n2024-03|GTM|Haiti|9\n2024-03|GTM|Cuba|1|234\n"
        "2024-04|GTM|Peru|12|x");
    ASSERT_EQ(found.columns.size(), 5U);
    EXPECT_EQ(found.columns[4].field, Field::skip);
    EXPECT_EQ(recognise_text("2024-03|GTM|x|9\n2024-03|GTM|y|8").columns.at(2).field,
              Field::dimension)
        << "a table without any headers";
}

TEST(Recognition, forgets_what_a_remembered_mapping_says_of_absent_columns) {
    Mapping known;
    known.columns = columns_from_short_form("nat=origin,gone=count").value();
    known.filters = {{"gone too", 0, {}, {"x"}, "a reason"},
                     {"nat", 0, {}, {"x"}, "a reason", {{"gone too", 0, {"y"}}}}};
    const auto found = recognise_text("t|nat|n\n2024-01|VEN|1\n2024-02|COL|2", known);
    EXPECT_EQ(found.mapping.columns.size(), 3U);
    EXPECT_TRUE(found.mapping.filters.empty());
}

TEST(Recognition, looks_through_the_whole_table_for_the_order_of_day_and_month) {
    std::string text = "date|n\n";
    for (int i = 0; i < 300; ++i)
        text += "03/04/2021|1\n";
    EXPECT_EQ(codes_of(recognise_text(text).findings).back(), "date_order_undecided");
    const auto found = recognise_text(text + "31/04/2021|1\n25/04/2021|1");
    EXPECT_EQ(found.mapping.columns[0].date_order, formats::DayMonthOrder::day_first);
}

TEST(Recognition, says_plainly_what_is_missing) {
    const auto found = recognise_text(
        "Name|Country|Lat|Long\nDorohusk|Poland|51.18|23.80\n"
        "Zosin|Poland|50.85|24.13");
    EXPECT_FALSE(found.complete());
    EXPECT_EQ(codes_of(found.findings),
              (std::vector<std::string>{"no_count_column", "no_period", "no_indicator"}));
}

}  // namespace
}  // namespace tenpoint::movements

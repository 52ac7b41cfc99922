// SPDX-License-Identifier: Apache-2.0
//
// Tables with a column for each month, nationality or group.
#include <algorithm>

#include <fmt/format.h>

#include "desks/movements/recognition_wide.hpp"
#include "desks/movements/wide_header.hpp"
#include "formats/countries.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

Recognition recognise_table(std::string_view text, const Mapping& known = {},
                            std::string_view sheet = {}) {
    TextTable table(text);
    return recognise(table, known, {sheet});
}

// As an officer lets it be read who has chosen the indicator and the place.
Mapping crossings_in_darien() {
    Mapping mapping;
    mapping.set.indicator = Indicator::crossing;
    mapping.set.place = "PAN-DARIEN";
    return mapping;
}

Result<Reading> read_as_recognised(std::string_view text,
                                   const Mapping& known = crossings_in_darien(),
                                   std::string_view sheet = {}) {
    const auto found = recognise_table(text, known, sheet);
    TextTable table(text);
    return read(table, found.mapping);
}

// "2024-01 VEN female child 12", in the order of the file.
std::vector<std::string> figures_of(const Reading& reading) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < reading.figures.size(); ++i) {
        const auto& figure = reading.figures[i];
        auto line = to_text(Period::from_code(figure.period)) + ' ' + reading.origin_of(i);
        if (figure.sex == Sex::female) line += " female";
        if (figure.sex == Sex::male) line += " male";
        if (figure.age == AgeGroup::child) line += " child";
        if (figure.age == AgeGroup::age_0_4) line += " 0-4";
        lines.push_back(line + ' ' + std::to_string(figure.count));
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(WideTables, a_header_says_what_is_counted_below_it) {
    struct Header {
        const char* text;
        const char* period;
        const char* origin;
        std::optional<Sex> sex{};
        std::optional<AgeGroup> age{};
    };
    for (const auto& [text, period, origin, sex, age] : std::vector<Header>{
             {"Jan-24", "2024-01", ""},
             {"2024-03", "2024-03", ""},
             {"Enero 2024", "2024-01", ""},
             {"Enero", "01", ""},
             {"كانون الثاني", "01", ""},
             {"janv. 2024", "2024-01", ""},
             {"Jan 24", "2024-01", ""},
             {"T1 2024", "2024-Q1", ""},
             {"Q3", "Q3", ""},
             {"2023", "2023", ""},
             {"Week 7 2024", "2024-W07", ""},
             {"15/03/2024", "2024-03-15", ""},
             {"Venezuela", "", "VEN"},
             {"Bolivia (Plurinational State of)", "", "BOL"},
             {"Côte d’Ivoire", "", "CIV"},
             {"VEN", "", "VEN"},
             {"Women", "", "", Sex::female},
             {"Number of women", "", "", Sex::female},
             {"Jan-24 Women", "2024-01", "", Sex::female},
             {"Femmes - janvier 2024", "2024-01", "", Sex::female},
             {"Female / 2024-01", "2024-01", "", Sex::female},
             {"F_0_4", "", "", Sex::female, AgeGroup::age_0_4},
             {"Boys 5-11", "", "", Sex::male, AgeGroup::age_5_11},
             {"0-4 Girls", "", "", Sex::female, AgeGroup::age_0_4},
             {"Venezuela, children", "", "VEN", std::nullopt, AgeGroup::child},
             {"Total 2023", "2023", ""},
         }) {
        const auto set = read_wide_header(text, {});
        ASSERT_TRUE(set) << text;
        EXPECT_EQ(set->period.value_or(""), period) << text;
        EXPECT_EQ(set->origin.value_or(""), origin) << text;
        EXPECT_EQ(set->sex, sex) << text;
        EXPECT_EQ(set->age, age) << text;
    }
    for (const auto* none : {"Total", "", "Nationality", "Month", "Border point 3", "1234",
                             "Women men", "Jan Feb", "Venezuela Colombia", "n"})
        EXPECT_FALSE(read_wide_header(none, {})) << none;
    EXPECT_EQ(read_wide_header("MAR", {})->period, "03");
    EXPECT_EQ(read_wide_header("MAR", {.countries_first = true})->origin, "MAR");
}

TEST(WideTables, a_column_for_each_month) {
    const auto reading =
        read_as_recognised("Nationality|Jan-24|Feb-24|Mar-24\nVEN|12|7|-\nColombia|1,022||<5")
            .value();
    EXPECT_EQ(figures_of(reading), (Lines{"2024-01 VEN 12", "2024-02 VEN 7", "2024-01 COL 1022"}));
    EXPECT_EQ(to_text(*reading.summary.first_day), "2024-01-01");
    EXPECT_EQ(to_text(*reading.summary.last_day), "2024-02-29");
    EXPECT_EQ(reading.summary.findings.at("suppressed_figure").count, 1);
}

TEST(WideTables, iso_months_years_and_days_make_a_header_too) {
    for (const auto* header : {"2024-01|2024-02|2024-03", "01/2024|02/2024|03/2024",
                               "2024-01-01|2024-02-01|2024-03-01"}) {
        const auto reading = read_as_recognised(std::string("Crossings of 2024||| \nNationality|") +
                                                header + "\nVEN|12|7|3\nCOL|1|2|3")
                                 .value();
        EXPECT_EQ(figures_of(reading).front(), "2024-01 VEN 12") << header;
        EXPECT_EQ(reading.figures.size(), 6U) << header;
    }
    const auto years = read_as_recognised("|2021|2022|2023\nVEN|1|2|3\nCOL|2019|2|3").value();
    EXPECT_EQ(figures_of(years).back(), "2023 COL 3");
    EXPECT_EQ(years.figures.size(), 6U);
    const auto days =
        read_as_recognised("Nationality|14/03/2024|15/03/2024\nVEN|12|7\nCOL|1|2").value();
    EXPECT_EQ(figures_of(days).front(), "2024-03-14 VEN 12");
}

TEST(WideTables, months_take_their_year_from_the_title_the_sheet_the_mapping_or_a_column) {
    const auto first = [](const Result<Reading>& reading) {
        return reading ? figures_of(*reading).front() : "none";
    };
    const std::string table = "Nacionalidad|Enero|Febrero|Marzo|Total\nVEN|12|7|3|22\nCOL|1|2|3|6";
    EXPECT_EQ(first(read_as_recognised("Cruces por el Darién, 2023||||\n" + table)),
              "2023-01 VEN 12");
    EXPECT_EQ(first(read_as_recognised(table, crossings_in_darien(), "Datos 2022")), "none")
        << "the sheet's name must reach the reading, too";
    auto known = crossings_in_darien();
    known.period = period_from_text("2021");
    EXPECT_EQ(first(read_as_recognised(table, known)), "2021-01 VEN 12");
    EXPECT_EQ(first(read_as_recognised("Year|Jan|Feb|Mar\n2019|12|7|3\n2020|1|2|3")),
              "2019-01 all 12");

    const auto open = recognise_table(table);
    EXPECT_TRUE(std::ranges::any_of(open.findings,
                                    [](const auto& found) { return found.code == "no_period"; }));
    EXPECT_FALSE(read_as_recognised(table)) << "no year, no figure";
    const auto titled = recognise_table("Cruces 2023||||\n" + table);
    EXPECT_FALSE(titled.mapping.period) << "next year's file has another title";
    EXPECT_EQ(titled.mapping.columns[1].set.period, "01");
    EXPECT_TRUE(recognise_table(table, {}, "2022").findings.size() <
                recognise_table(table, {}, "2021-2022").findings.size());
}

TEST(WideTables, the_sheet_s_name_has_the_year) {
    const std::string text = "Nationality|Jan|Feb|Mar\nVEN|12|7|3\nCOL|1|2|3";
    TextTable table(text);
    const auto found = recognise_table(text, crossings_in_darien(), "Crossings 2022");
    SegmentWriter writer([](const EncodedChunk&) {});
    const auto summary =
        read_table(table, found.mapping, test_places(), writer, {}, {}, {"Crossings 2022"}).value();
    EXPECT_EQ(to_text(*summary.first_day), "2022-01-01");
    EXPECT_EQ(to_text(*summary.last_day), "2022-03-31");
}

TEST(WideTables, a_column_for_each_of_two_hundred_nationalities) {
    std::string header = "Month", row = "2024-01";
    int countries = 0;
    for (const auto& country : formats::all_countries()) {
        if (country.is_group() || countries == 200) continue;
        header += '|' + (countries % 2 == 0 ? country.name.fr : country.alpha3);
        row += '|' + std::to_string(++countries);
    }
    const auto found = recognise_table(header + '\n' + row + '\n' + row, crossings_in_darien());
    EXPECT_TRUE(found.complete());
    EXPECT_EQ(std::ranges::count_if(found.mapping.columns,
                                    [](const auto& column) {
                                        return column.field == Field::count && column.set.origin;
                                    }),
              200);
    const auto reading = read_as_recognised(header + '\n' + row).value();
    EXPECT_EQ(reading.summary.totals.at(Indicator::crossing), 200 * 201 / 2);
    EXPECT_EQ(reading.origin_of(0), "ABW");
}

TEST(WideTables, short_words_are_read_as_the_run_has_them) {
    const auto months = recognise_table("Nat|ENE|FEB|MAR|ABR|AGO\nVEN|1|2|3|4|5\nCOL|1|2|3|4|5");
    EXPECT_EQ(months.columns[3].set.period, "03");
    EXPECT_EQ(months.columns[5].set.period, "08");
    const auto origins = recognise_table("Date|AFG|AGO|MAR|SYR\n2024-01|1|2|3|4\n2024-02|1|2|3|4");
    EXPECT_EQ(origins.columns[2].set.origin, "AGO");
    EXPECT_EQ(origins.columns[3].set.origin, "MAR");
    EXPECT_EQ(origins.columns[0].field, Field::period);
}

TEST(WideTables, sex_and_age_under_months) {
    const auto reading =
        read_as_recognised("Origin|Jan-24 Girls|Jan-24 Men|Feb-24 Girls|Feb-24 F 0-4\nVEN|1|2|3|4")
            .value();
    EXPECT_EQ(figures_of(reading),
              (Lines{"2024-01 VEN female child 1", "2024-01 VEN male 2",
                     "2024-02 VEN female child 3", "2024-02 VEN female 0-4 4"}));
}

TEST(WideTables, two_rows_of_headers) {
    const auto groups =
        read_as_recognised("|Jan-24||Feb-24|\nOrigin|Women|Men|Women|Men\nVEN|1|2|3|4\nCOL|5|6|7|8")
            .value();
    ASSERT_EQ(groups.figures.size(), 8U);
    EXPECT_EQ(figures_of(groups)[3], "2024-02 VEN male 4");
    const auto years =
        read_as_recognised("|2023||2024|\nOrigin|Nov|Dec|Jan|Feb\nVEN|1|2|3|4\nCOL|5|6|7|8")
            .value();
    ASSERT_EQ(years.figures.size(), 8U);
    EXPECT_EQ(figures_of(years)[1], "2023-12 VEN 2");
    EXPECT_EQ(figures_of(years)[6], "2024-01 COL 7");
}

TEST(WideTables, a_total_beside_the_months_of_a_whole_year_is_the_year_s) {
    std::string header = "Nationality", row = "VEN";
    for (int month = 1; month <= 12; ++month) {
        header += fmt::format("|2023-{:02}", month);
        row += "|1";
    }
    const auto whole = recognise_table(header + "|Total\n" + row + "|12\n" + row + "|12");
    EXPECT_EQ(whole.columns.back().set.period, "2023");
    const auto part = recognise_table("Nationality|2023-01|2023-02|Total\nVEN|1|2|3\nCOL|1|2|3");
    EXPECT_EQ(part.columns.back().field, Field::skip) << "of two months there is no period";
}

TEST(WideTables, countries_beside_nationalities_are_places) {
    const auto found = recognise_table("Nationality|Greece|Italy|Spain\nSyria|1|2|3\nMali|1|2|3");
    EXPECT_EQ(found.columns[1].set.place, "GRC");
    EXPECT_FALSE(found.columns[1].set.origin);
    EXPECT_EQ(found.columns[0].field, Field::origin);
}

TEST(WideTables, a_further_month_of_a_known_table_is_read_like_the_others) {
    const std::string january = "Nationality|2024-01|2024-02\nVEN|1|2\nCOL|1|2";
    const auto known = recognise_table(january, crossings_in_darien()).mapping;
    const auto next = recognise_table(
        "Nationality|2024-01|2024-02|2024-03|Remarks\nVEN|1|2|3|a\nCOL|1|2|3|b", known);
    EXPECT_EQ(next.columns[3].field, Field::count);
    EXPECT_EQ(next.columns[3].set.period, "2024-03");
    EXPECT_EQ(next.columns[4].field, Field::dimension);
    auto strict = known;
    strict.skip_other_columns = true;
    const auto left_out =
        recognise_table("Nationality|2024-01|2024-02|2024-03\nVEN|1|2|3\nCOL|1|2|3", strict);
    EXPECT_EQ(left_out.columns[3].field, Field::skip);
}

TEST(WideTables, hashtags_and_headers_tell_together) {
    const auto found = recognise_table(
        "Nationality|Jan-24|Feb-24|Notes 2024\n#country+origin|#affected+f|#affected+f|\n"
        "VEN|1|2|3\nCOL|1|2|3");
    EXPECT_EQ(found.columns[1].set.period, "2024-01");
    EXPECT_EQ(found.columns[1].set.sex, Sex::female);
    EXPECT_EQ(found.columns[3].field, Field::dimension);
}

TEST(WideTables, what_only_looks_like_a_run_is_none) {
    const auto decisions = recognise_table(
        "year|coo_name|dec_other|dec_total|f_other|m_other|% women\n2023|Mali|1|2|1|1|50\n"
        "2024|Chad|3|4|2|2|40");
    EXPECT_FALSE(decisions.columns[2].set.period) << "decisions, not December";
    EXPECT_FALSE(decisions.columns[4].set.origin) << "women of other ages, not of other countries";
    EXPECT_EQ(decisions.columns[4].set.sex, Sex::female);
    EXPECT_EQ(decisions.columns[6].field, Field::dimension) << "a share counts nobody";
    const auto dated = recognise_table("Country|Affected 2017|Reached 2017\nMali|1|2\nChad|3|4");
    EXPECT_EQ(dated.columns[2].set.period, "2017");
    EXPECT_EQ(dated.columns[2].set.indicator, Indicator::reached);
}

TEST(WideTables, a_long_table_stays_one) {
    const auto found =
        recognise_table("Date|Nationality|Women|Men|2024\n2024-01|VEN|1|2|x\n2024-02|COL|1|2|y");
    EXPECT_EQ(found.columns[0].field, Field::period);
    EXPECT_EQ(found.columns[2].set.sex, Sex::female);
    EXPECT_FALSE(found.columns[2].set.period);
    EXPECT_EQ(found.columns[4].field, Field::dimension);
}

TEST(WideTables, the_mapping_says_by_hand_when_a_column_was_counted) {
    const auto reading = read_text("nat|a|b\nVEN|1|2",
                                   R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"},
        "header_row": 1, "columns": [{"column": "nat", "field": "origin"},
        {"column": "a", "field": "count", "set": {"period": "2024-01"}},
        {"column": "b", "field": "count", "set": {"period": "2023-Q4"}}]})");
    EXPECT_EQ(figures_of(reading), (Lines{"2024-01 VEN 1", "2023-Q4 VEN 2"}));
    const auto columns = columns_from_short_form("a=2024-01,b=count+female+Q1").value();
    EXPECT_EQ(columns[0].set.period, "2024-01");
    EXPECT_EQ(columns[1].set.period, "Q1");
    EXPECT_EQ(columns[1].set.sex, Sex::female);
}

TEST(WideTables, a_period_where_none_can_be_is_refused) {
    const auto code_of = [](std::string_view mapping) {
        return mapping_from_text(mapping).error().fields.at(0);
    };
    EXPECT_EQ(code_of(R"({"set": {"period": "2024"}})").pointer, "/set/period");
    EXPECT_EQ(code_of(R"({"columns": [{"column": "a", "field": "sex",
        "values": [{"text": "x", "set": {"period": "2024"}}]}]})")
                  .code,
              "only_of_counts");
    TextTable table("nat|a\nVEN|1\nCOL|2");
    auto mapping = crossings_in_darien();
    mapping.columns = columns_from_short_form("a=count").value();
    mapping.columns[0].set.period = "2024-13";
    const auto refused = read(table, mapping);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.back().pointer, "/columns/0/set/period");
}

}  // namespace
}  // namespace tenpoint::movements

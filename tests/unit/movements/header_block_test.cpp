// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/header_block.hpp"

#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

struct LaidOut {
    const char* name;
    std::string text;
    std::int64_t header_row;
    std::vector<std::string> headers;
    std::int64_t first_data_row;
};

class Layouts : public testing::TestWithParam<LaidOut> {};

TEST_P(Layouts, are_found) {
    TextTable table(GetParam().text);
    const auto layout = find_layout(read_samples(table));
    EXPECT_EQ(layout.header_row, GetParam().header_row);
    EXPECT_EQ(layout.headers, GetParam().headers);
    EXPECT_EQ(layout.first_data_row, GetParam().first_data_row);
}

using Words = std::vector<std::string>;

INSTANTIATE_TEST_SUITE_P(
    Movements, Layouts,
    testing::Values(
        LaidOut{"plain",
                "Month|Place|n\n2024-01|Mali|3\n2024-02|Mali|4",
                1,
                {"Month", "Place", "n"},
                2},
        LaidOut{"title_and_notes_above",
                "Arrivals by month\nCountry: Mali||Date: 5 May 2024\n\nMonth|Men|Women|n\n"
                "2024-01|1|2|3\n2024-02|1|2|3\n2024-03|1|2|3",
                4,
                {"Month", "Men", "Women", "n"},
                5},
        LaidOut{"a_title_merged_over_the_table",
                "Arrivals|Arrivals|Arrivals\nMonth|Men|Women\n2024-01|1|2\n2024-02|1|2",
                2,
                {"Month", "Men", "Women"},
                3},
        LaidOut{"facts_above_the_header",
                "Country|Mali|\nMonth|Men|Women\n2024-01|1|2\n2024-02|1|2\n2024-03|1|2",
                2,
                {"Month", "Men", "Women"},
                3},
        LaidOut{"a_title_with_two_filled_cells",
                "Source: Migration Institute|||Printed 05/01/2025\nMonth|Nationality|Border "
                "post|Persons\n|Cuba||56\n|Total||1.290",
                2,
                {"Month", "Nationality", "Border post", "Persons"},
                3},
        LaidOut{"who_made_it_and_when",
                "Prepared by:|IM Unit||\nDate:|05/01/2025||\nPeriod:|Jan-Mar 2024||\n\n"
                "Month|Nationality|Border post|Persons\nJanuary 2024|Haiti|Agua Caliente|1.234\n"
                "January 2024|Cuba|Agua Caliente|56\nTotal January 2024|||1.290",
                5,
                {"Month", "Nationality", "Border post", "Persons"},
                6},
        LaidOut{"groups_over_columns",
                "Month|Adults||Children|\n|Men|Women|Boys|Girls\n2024-01|1|2|3|4\n2024-02|1|2|3|4",
                2,
                {"Month", "Adults / Men", "Adults / Women", "Children / Boys", "Children / Girls"},
                3},
        LaidOut{"groups_of_merged_cells",
                "Month|Adults|Adults|Children|Children\nMonth|Men|Women|Boys|Girls\n"
                "2024-01|1|2|3|4\n2024-02|1|2|3|4",
                2,
                {"Month", "Adults / Men", "Adults / Women", "Children / Boys", "Children / Girls"},
                3},
        LaidOut{"a_total_beside_the_groups",
                "|Adults||\nMonth|Men|Women|Total\n2024-01|1|2|3\n2024-02|1|2|3",
                2,
                {"Month", "Adults / Men", "Adults / Women", "Total"},
                3},
        LaidOut{"the_same_words_in_each_group",
                "PLACE||FOOD||HEALTH|\nRegion|Code|Target|Reached|Target|Reached\n"
                "Bay|SO24|1|2|3|4\nGedo|SO26|1|2|3|4",
                2,
                {"PLACE / Region", "PLACE / Code", "FOOD / Target", "FOOD / Reached",
                 "HEALTH / Target", "HEALTH / Reached"},
                3},
        LaidOut{"three_rows",
                "|2023||||2024|||\n|Adults||Children||Adults||Children|\n"
                "Place|Men|Women|Boys|Girls|Men|Women|Boys|Girls\nMali|1|2|3|4|5|6|7|8\n"
                "Niger|1|2|3|4|5|6|7|8",
                3,
                {"Place", "2023 / Adults / Men", "2023 / Adults / Women", "2023 / Children / Boys",
                 "2023 / Children / Girls", "2024 / Adults / Men", "2024 / Adults / Women",
                 "2024 / Children / Boys", "2024 / Children / Girls"},
                4},
        LaidOut{"two_languages",
                "Month|Men|Women\nMois|Hommes|Femmes\n2024-01|1|2\n2024-02|1|2",
                2,
                {"Month / Mois", "Men / Hommes", "Women / Femmes"},
                3},
        LaidOut{"months_as_headers",
                "Figures\nOrigin|Jan 2024|Feb 2024|Mar 2024\nMali|1|2|3\nNiger|1|2|3",
                2,
                {"Origin", "Jan 2024", "Feb 2024", "Mar 2024"},
                3},
        LaidOut{"years_as_headers",
                "Origin|2021|2022|2023\nMali|1|2|3\nNiger|1|2|3",
                1,
                {"Origin", "2021", "2022", "2023"},
                2},
        LaidOut{"hashtags_below_blank_rows",
                "PLACE||FOOD|\nRegion|Code|Target|Reached\n\n#adm1|#adm1+code|#targeted|#reached\n"
                "Bay|SO24|1|2",
                2,
                {"PLACE / Region", "PLACE / Code", "FOOD / Target", "FOOD / Reached"},
                3},
        LaidOut{"groups_beside_the_names_of_sheets",
                "Month|Adults||Children|\n|Men|Women|Boys|Girls|@Sheet\n2024-01|1|2|3|4|@North\n"
                "2024-02|1|2|3|4|@South",
                2,
                {"Month", "Adults / Men", "Adults / Women", "Children / Boys", "Children / Girls",
                 "Sheet"},
                3},
        LaidOut{"no_header", "2024-01|MLI|3\n2024-02|NER|4", 0, {"", "", ""}, 1},
        LaidOut{"a_first_row_without_figures",
                "Month|Place|n\n2024-01|Mali|n/a\n2024-02|Mali|4",
                1,
                {"Month", "Place", "n"},
                2}),
    [](const auto& test) { return test.param.name; });

TEST(Layouts, a_mapping_says_which_row_is_the_header) {
    TextTable table("Month|Adults|\n|Men|Women\n2024-01|1|2\n2024-02|1|2");
    const auto layout = find_layout(read_samples(table), 2);
    EXPECT_EQ(layout.headers, (Words{"", "Men", "Women"}));
}

TEST(Layouts, the_word_of_the_last_row_names_a_column_where_it_is_the_only_one) {
    TextTable table(
        "PLACE||FOOD||HEALTH|\nRegion|Code|Target|Reached|Target|Reached\n"
        "Bay|SO24|1|2|3|4\nGedo|SO26|1|2|3|4");
    const auto layout = find_layout(read_samples(table));
    EXPECT_EQ(find_column(layout, "region", 0), 0U);
    EXPECT_EQ(find_column(layout, "food / target", 0), 2U);
    EXPECT_EQ(find_column(layout, "Target", 0), std::nullopt);
}

TEST(Layouts, groups_over_columns_say_whom_they_count) {
    TextTable table(
        "Month|Adults||Children|\n|Men|Women|Boys|Girls\n2024-01|1|2|3|4\n2024-02|1|2|3|4");
    const auto found = recognise(table);
    ASSERT_EQ(found.columns.size(), 5U);
    EXPECT_EQ(found.columns[0].field, Field::period);
    EXPECT_EQ(found.columns[1].field, Field::count);
    EXPECT_EQ(found.columns[1].set.sex, Sex::male);
    EXPECT_EQ(found.columns[1].set.age, AgeGroup::adult);
    EXPECT_EQ(found.columns[4].set.sex, Sex::female);
    EXPECT_EQ(found.columns[4].set.age, AgeGroup::child);
}

TEST(Layouts, what_stands_above_a_column_does_not_hide_what_it_is) {
    TextTable table(
        "|Refugees by country of asylum|||\nMonth|Country of origin|Men|Women|Total\n"
        "2024-01|Mali|1|2|3\n2024-02|Mali|1|2|3");
    const auto found = recognise(table);
    EXPECT_EQ(found.columns[0].field, Field::period);
    EXPECT_EQ(found.columns[1].field, Field::origin);
    EXPECT_EQ(found.columns[2].field, Field::count);
    EXPECT_EQ(found.columns[2].set.sex, Sex::male);
}

// A hashtag row counts up to the 25th row, and some of its cells may be blank.
TEST(Layouts, hashtags_are_sought_in_the_first_25_rows) {
    const auto with_notes = [](int notes) {
        std::string text;
        for (int i = 0; i < notes; ++i)
            text += "note\n";
        TextTable table(text + "Month|Remark|n\n#date||#affected\n2024-01|x|3");
        return find_layout(read_samples(table)).hxl_row;
    };
    EXPECT_EQ(with_notes(23), 25);
    EXPECT_EQ(with_notes(24), 0);
}

TEST(Reading, notes_headings_and_totals_beside_the_figures_are_skipped) {
    const auto reading = read_text(
        "Month|Nationality|Persons\n2024-01|VEN|12\nNorthern crossing||\n2024-02|COL|7\n"
        "Total||19\n\nSource: border service||\n||Figures are provisional",
        R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"},
            "columns": [{"column": "Month", "field": "period"},
                        {"column": "Nationality", "field": "origin"},
                        {"column": "Persons", "field": "count"}]})");
    EXPECT_EQ(reading.summary.used, 2);
    EXPECT_EQ(reading.summary.rejected, 0);
    EXPECT_EQ(
        reading.summary.skipped_by_reason,
        (std::map<std::string, std::int64_t>{{"blank_row", 1}, {"note_row", 3}, {"total_row", 1}}));
}

TEST(Reading, a_block_of_headers_that_is_repeated_is_skipped) {
    const auto reading =
        read_text("Month|Adults|\n|Men|Women\n2024-01|1|2\nMonth|Adults|\n|Men|Women\n2024-02|3|4",
                  R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"},
            "columns": [{"column": "Month", "field": "period"},
                        {"column": "Men", "field": "count", "set": {"sex": "male"}},
                        {"column": "Adults / Women", "field": "count", "set": {"sex": "female"}}]})");
    EXPECT_EQ(reading.summary.used, 2);
    EXPECT_EQ(reading.summary.skipped_by_reason,
              (std::map<std::string, std::int64_t>{{"repeated_header", 2}}));
}

}  // namespace
}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/preview.hpp"

#include "desks/movements/column_texts.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

constexpr auto looked_at = R"({"set": {"indicator": "crossing", "place": "PAN-DARIEN"}, "columns": [
    {"column": "t", "field": "period"}, {"column": "camp"}, {"column": "n", "field": "count"}]})";

std::string many_rows(int rows) {
    std::string table = "t|camp|n\n";
    for (int i = 0; i < rows; ++i)
        table += "2024-01-0" + std::to_string(i % 9 + 1) + "|Camp " + std::to_string(i) + "|" +
                 (i % 10 == 3 ? "many" : "5") + "\n";
    return table;
}

Result<Preview> preview_of(const std::string& text, std::string_view mapping,
                           const PreviewLimits& limits = {}) {
    TextTable table(text);
    return preview_table(table, mapping_from_text(mapping).value(), test_places(), limits);
}

TEST(Preview, reads_a_short_table_to_its_end) {
    const auto seen = preview_of(many_rows(4), looked_at).value();
    EXPECT_TRUE(seen.is_all);
    EXPECT_EQ(seen.summary.rows, 4);
    ASSERT_EQ(seen.figures.size(), 3U);
    EXPECT_EQ(seen.figures[0].indicator, Indicator::crossing);
    EXPECT_EQ(seen.figures[0].observation.row, 2);
    EXPECT_EQ(seen.figures[0].observation.place, "PAN-DARIEN");
    EXPECT_EQ(seen.figures[0].observation.count, 5);
    EXPECT_EQ(seen.dimensions, std::vector<std::string>{"camp"});
    EXPECT_EQ(seen.figures[2].observation.extras, std::vector<std::string>{"Camp 2"});
    ASSERT_EQ(seen.findings.size(), 1U);
    EXPECT_EQ(seen.findings[0].row, 5);
}

TEST(Preview, looks_at_the_first_rows_of_a_long_table_only) {
    const auto seen = preview_of(many_rows(1'000), looked_at, {21, 10, 1}).value();
    EXPECT_FALSE(seen.is_all);
    EXPECT_EQ(seen.summary.rows, 20);
    EXPECT_EQ(seen.summary.used, 18);
    EXPECT_EQ(seen.figures.size(), 10U);
    EXPECT_EQ(seen.findings.size(), 1U);
}

TEST(Preview, says_what_a_mapping_lacks) {
    const auto seen =
        preview_of(many_rows(2), R"({"columns": [{"column": "t", "field": "period"}]})");
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().code, ProblemCode::incomplete_mapping);
}

TEST(ColumnTexts, are_told_by_how_often_they_stand_there) {
    TextTable table("Title\nsex|n\nwomen|1\nmen|2\n|3\nmen|4\n");
    const auto found = texts_of_column(table, 2, 1);
    ASSERT_EQ(found.texts.size(), 2U);
    EXPECT_EQ(found.texts[0].text, "men");
    EXPECT_EQ(found.texts[0].rows, 2);
    EXPECT_TRUE(found.is_all);
}

TEST(ColumnTexts, are_the_most_frequent_where_there_are_very_many) {
    TextTable table(many_rows(500) + "2024-01-01|Camp 7|1\n");
    const auto found = texts_of_column(table, 0, 2, false, {.texts = 20});
    EXPECT_FALSE(found.is_all);
    ASSERT_EQ(found.texts.size(), 20U);
    EXPECT_EQ(found.texts[0].text, "Camp 7");
}

TEST(ColumnTexts, are_looked_for_in_so_many_rows) {
    const auto last_rows = [](std::int64_t rows) {
        TextTable table(many_rows(300) + "2024-01-01|Camp 7|1\n");
        const auto found = texts_of_column(table, 0, 2, false, {.texts = 1'000, .rows = rows});
        return std::pair(found.texts.at(0).rows, found.is_all);
    };
    EXPECT_EQ(last_rows(301), std::pair(std::int64_t{1}, false));
    EXPECT_EQ(last_rows(302), std::pair(std::int64_t{2}, true));
}

TEST(ColumnTexts, about_persons_are_masked) {
    const std::string rows =
        "Contact person|Reached at|n\nAmina|amina@example.org|1\nAli|ali@example.org|2\n"
        "Bashir|bashir@example.org|3\n";
    const auto texts = [&](std::size_t column, bool mapped) {
        TextTable table(rows);
        std::vector<std::string> all;
        for (const auto& [text, count] : texts_of_column(table, 1, column, mapped).texts)
            all.push_back(text + " " + std::to_string(count));
        return all;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(texts(1, false), (Texts{"A••• 2", "B••• 1"}));
    EXPECT_EQ(texts(2, false), (Texts{"a••• 2", "b••• 1"}));
    EXPECT_EQ(texts(1, true), (Texts{"Ali 1", "Amina 1", "Bashir 1"})) << "an officer knows better";
    EXPECT_EQ(texts(2, true), (Texts{"a••• 2", "b••• 1"})) << "whoever says what of them";
}

}  // namespace
}  // namespace tenpoint::movements

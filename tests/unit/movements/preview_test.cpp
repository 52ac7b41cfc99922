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
    const auto found = texts_of_column(table, 0, 2, 20);
    EXPECT_FALSE(found.is_all);
    ASSERT_EQ(found.texts.size(), 20U);
    EXPECT_EQ(found.texts[0].text, "Camp 7");
}

}  // namespace
}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "base/translations.hpp"
#include "desks/movements/mapping_changes.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

ColumnLayout layout_of(std::string_view text) {
    TextTable table(text);
    return find_layout(read_samples(table));
}

std::vector<std::string> changes(const Mapping& remembered, std::string_view table) {
    std::vector<std::string> lines;
    for (const auto& finding : changed_columns(remembered, layout_of(table))) {
        lines.push_back(finding.code + ' ' + finding.column);
        EXPECT_EQ(finding.severity, Severity::warning);
        EXPECT_EQ(finding.row, 0);
    }
    return lines;
}

constexpr auto january = "Month|Nationality|n|Notes\n2024-01|VEN|1|a\n2024-01|COL|2|b";
using Lines = std::vector<std::string>;

TEST(ChangedColumns, are_said_by_name) {
    TextTable text(january);
    const auto remembered = recognise(text).mapping;
    EXPECT_EQ(changes(remembered, january), Lines{});
    EXPECT_EQ(changes(remembered, "month|NATIONALITY|Notes|n\n2024-02|VEN|x|1\n2024-02|COL|y|2"),
              Lines{})
        << "in another order and spelling";
    EXPECT_EQ(
        changes(remembered, "Month|Nat.|n|Notes|Sex\n2024-02|VEN|1|x|f\n2024-02|COL|2|y|m"),
        (Lines{"column_vanished Nationality", "column_appeared Nat.", "column_appeared Sex"}));
}

TEST(ChangedColumns, matter_only_where_something_was_read) {
    auto remembered = mapping_from_text(R"({"columns": [{"column": "Month", "field": "period"},
        {"column": "n", "field": "count"}, {"column": "old", "field": "skip"}]})")
                          .value();
    EXPECT_EQ(changes(remembered, january),
              (Lines{"column_appeared Nationality", "column_appeared Notes"}));
    remembered.skip_other_columns = true;
    EXPECT_EQ(changes(remembered, january), Lines{});
    TextTable text(january);
    EXPECT_EQ(changes(recognise(text).mapping, "Route|Sex|n|Year\nA|f|1|2023\nB|m|2|2024"), Lines{})
        << "another table of the source";
    EXPECT_EQ(changes({}, january), Lines{}) << "nothing is remembered of a new source";
}

TEST(ChangedColumns, have_a_text_in_every_language) {
    for (const auto language : all_languages)
        for (const auto* code :
             {"column_vanished", "column_appeared", "personal_column", "date_order_mixed",
              "ambiguous_place", "place_elsewhere", "zero_coordinates", "equal_coordinates",
              "swapped_coordinates", "coordinates_at_sea", "coordinates_elsewhere"})
            EXPECT_TRUE(has_translation(language, std::string("findings.") + code)) << code;
}

}  // namespace
}  // namespace tenpoint::movements

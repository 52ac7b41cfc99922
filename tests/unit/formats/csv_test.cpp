// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "formats/csv_scan.hpp"
#include "formats/csv_writer.hpp"
#include "read_table.hpp"

namespace tenpoint::formats {
namespace {

struct Parsed {
    const char* name;
    std::string text;
    Rows rows;
};

class CsvText : public testing::TestWithParam<Parsed> {};

TEST_P(CsvText, IsReadCellByCell) {
    EXPECT_EQ(read_text(GetParam().text).rows, GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(
    Csv, CsvText,
    testing::Values(
        Parsed{"plain", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        Parsed{"no_last_line_end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
        Parsed{"windows_line_ends", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
        Parsed{"old_mac_line_ends", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}}},
        Parsed{"a_lone_cr_is_no_row", "a,b\n1\r1,2\n", {{"a", "b"}, {"1\r1", "2"}}},
        Parsed{"rows_that_end_in_three_ways",
               "a,b\r1,2\r3,4\n5,6\r\n7,8\r",
               {{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}, {"7", "8"}}},
        Parsed{"old_mac_with_a_line_break_in_quotes",
               "a,b\r1,\"x\ny\"\r3,4\r",
               {{"a", "b"}, {"1", "x\ny"}, {"3", "4"}}},
        Parsed{"trailing_delimiters", "a,b,\n1,2,\n", {{"a", "b", ""}, {"1", "2", ""}}},
        Parsed{"byte_order_mark",
               "\xEF\xBB\xBF"
               "a,b\n1,2\n",
               {{"a", "b"}, {"1", "2"}}},
        Parsed{"quoted", "a,b\n\"1,5\",\"2\"\n", {{"a", "b"}, {"1,5", "2"}}},
        Parsed{"doubled_quotes", "a,b\n\"say \"\"no\"\"\",2\n", {{"a", "b"}, {"say \"no\"", "2"}}},
        Parsed{"quoted_line_break",
               "a,b\n\"two\r\nlines\",2\r\n",
               {{"a", "b"}, {"two\r\nlines", "2"}}},
        Parsed{"quoted_last_cell", "a,b\r\n1,\"2\"\r\n", {{"a", "b"}, {"1", "2"}}},
        Parsed{"quoted_nothing", "a,b\n\"\",\"\"\n", {{"a", "b"}, {"", ""}}},
        Parsed{"only_a_quote", "a,b\n\"\"\"\",2\n", {{"a", "b"}, {"\"", "2"}}},
        Parsed{"quote_inside", "a,b\n5\" pipe,2\n", {{"a", "b"}, {"5\" pipe", "2"}}},
        Parsed{"text_after_quotes", "a,b\n\"x\"y,2\n", {{"a", "b"}, {"xy", "2"}}},
        Parsed{"quotes_behind_blanks",
               "a,b,c\n1, \"Cuba, Rep.\" ,2\n3,  \"Haiti, \"\"north\"\"\"\n",
               {{"a", "b", "c"}, {"1", "Cuba, Rep. ", "2"}, {"3", "Haiti, \"north\""}}},
        Parsed{"a_blank_before_a_quote_that_ends_elsewhere",
               "a,b,c\n1, \"x\" y,2\n3, \"z,4\n5,6,7\n",
               {{"a", "b", "c"}, {"1", " \"x\" y", "2"}, {"3", " \"z", "4"}, {"5", "6", "7"}}},
        Parsed{"blank_rows", "a,b\n\n,\n\n1,2\n", {{"a", "b"}, {}, {"", ""}, {}, {"1", "2"}}},
        Parsed{"ragged", "a,b\n1\n1,2,3\n", {{"a", "b"}, {"1"}, {"1", "2", "3"}}},
        Parsed{"one_column", "a\n1\n", {{"a"}, {"1"}}},
        Parsed{"semicolons_and_decimal_commas", "a;b\n1,5;2,5\n", {{"a", "b"}, {"1,5", "2,5"}}},
        Parsed{"tabs", "a\tb\n1,5\t2\n", {{"a", "b"}, {"1,5", "2"}}},
        Parsed{"bars", "a|b\n1|2\n", {{"a", "b"}, {"1", "2"}}},
        Parsed{"spreadsheet_sep", "sep=;\r\na;b\r\n1;2\r\n", {{"a", "b"}, {"1", "2"}}},
        Parsed{"zeros",
               std::string("a,b\n1\0"
                           "1,2\n",
                           10),
               {{"a", "b"}, {"11", "2"}}}),
    [](const auto& test) { return test.param.name; });

TEST(Csv, RowsAreCountedAsASpreadsheetCountsThem) {
    const auto read = read_text("a,b\n\"two\nlines\",2\n\n3,4\n");
    EXPECT_EQ(read.numbers, (std::vector<std::int64_t>{1, 2, 3, 4}));
    EXPECT_EQ(read.progress, 1);
    EXPECT_EQ(read.info.format, "csv");
    EXPECT_EQ(read.info.encoding, "UTF-8");
    EXPECT_EQ(read.info.delimiter, ',');
}

TEST(Csv, AQuoteThatNeverClosesSwallowsNoRows) {
    const auto at_end = read_text("a,b\n\"x,2\n3,4\n");
    EXPECT_EQ(at_end.rows, (Rows{{"a", "b"}, {"\"x", "2"}, {"3", "4"}}));
    EXPECT_EQ(codes_of(at_end.findings), (std::vector<std::string>{"unclosed_quote@2"}));

    const auto closed_by_the_next = read_text("a,b\n\"x,2\n\"y\",4\n5,6\n");
    EXPECT_EQ(closed_by_the_next.rows, (Rows{{"a", "b"}, {"\"x", "2"}, {"y", "4"}, {"5", "6"}}));
    EXPECT_EQ(codes_of(closed_by_the_next.findings),
              (std::vector<std::string>{"unclosed_quote@2"}));

    std::string far(20U << 20, 'x');
    for (std::size_t i = 100; i < far.size(); i += 100)
        far[i] = '\n';
    const auto beyond_the_limit = read_text("a,b\n\"1,2\n" + far);
    EXPECT_EQ(beyond_the_limit.rows.at(1), (std::vector<std::string>{"\"1", "2"}));
    EXPECT_EQ(beyond_the_limit.rows.size(), 2 + (far.size() + 99) / 100);
}

TEST(Csv, CellsRowsAndColumnsBeyondTheLimitsAreCutAndReported) {
    const std::string long_cell(10U << 20, 'x');
    for (const std::string quote : {"", "\""}) {
        const auto read = read_text("a,b\n" + quote + long_cell + quote + ",2\n3,4\n");
        ASSERT_EQ(read.rows.size(), 3U);
        EXPECT_EQ(read.rows[1][0].size(), TableLimits::cell_bytes);
        EXPECT_EQ(read.rows[1][1], "2");
        EXPECT_EQ(read.rows[2], (std::vector<std::string>{"3", "4"}));
        EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"cell_too_long@2"}));
    }

    const auto long_row = read_text("a,b\n" + long_cell + long_cell + ",2\n3,4\n");
    ASSERT_EQ(long_row.rows.size(), 3U);
    EXPECT_EQ(long_row.rows[2], (std::vector<std::string>{"3", "4"}));
    EXPECT_EQ(codes_of(long_row.findings),
              (std::vector<std::string>{"row_too_long@2", "cell_too_long@2"}));

    const auto wide = read_text("a,b\n" + std::string(20'000, ',') + "\n3,4\n");
    ASSERT_EQ(wide.rows.size(), 3U);
    EXPECT_EQ(wide.rows[1].size(), TableLimits::columns);
    EXPECT_EQ(codes_of(wide.findings), (std::vector<std::string>{"too_many_columns@2"}));
}

TEST(Csv, ALongCellIsCutBetweenCharacters) {
    std::string text = "a,b\nx";
    for (std::size_t i = 0; i < TableLimits::cell_bytes; ++i)
        text += "é";
    EXPECT_EQ(read_text(text + ",2\n").rows.at(1).at(0).size(), TableLimits::cell_bytes - 1);
}

TEST(Csv, RefusesWhatIsNoTable) {
    EXPECT_EQ(read_text("").refusal, "empty_file");
    EXPECT_EQ(read_text(" \r\n\r\n").refusal, "empty_file");
    EXPECT_EQ(read_text("\xEF\xBB\xBF").refusal, "empty_file");
    EXPECT_EQ(read_text("%PDF-1.7\n1 0 obj").refusal, "not_a_table");
    EXPECT_EQ(read_text("<!DOCTYPE html><html>").refusal, "not_a_table");
    EXPECT_EQ(read_text("{\"type\": \"FeatureCollection\"}").refusal, "not_a_table");
    EXPECT_EQ(read_text("[{\"a\": 1}]").refusal, "not_a_table");
    EXPECT_EQ(read_text("\x01\x02\x03\x04\x05\x06").refusal, "not_a_table");
    EXPECT_EQ(read_table("/no/such/file").refusal, "missing_file");
    EXPECT_EQ(read_table(std::filesystem::temp_directory_path()).refusal, "missing_file");
}

// Almost as much as is read at once: a mebibyte.
std::string rows_up_to_a_border(const std::string& line_end) {
    const auto row = std::string(10'000, 'f') + ",1" + line_end;
    std::string rows;
    while (rows.size() + row.size() < std::size_t{1} << 20)
        rows += row;
    return rows + std::string((std::size_t{1} << 20) - rows.size() - 500, 'f') + ",1" + line_end;
}

TEST(Csv, LoneCarriageReturnsEndRowsWhereverThePiecesMeet) {
    auto text = ",b\n" + rows_up_to_a_border("\r");
    const auto before = read_text("a" + text).rows.size();
    for (int i = 0; i < 300; ++i)
        text += "x,1\r";
    // So that carriage returns stand at all places of the pieces.
    for (std::size_t shift = 0; shift < 5; ++shift) {
        const auto read = read_text("a" + std::string(shift, 'a') + text + "y,2\n");
        ASSERT_EQ(read.rows.size(), before + 301);
        for (auto row = before; row < before + 300; ++row)
            ASSERT_EQ(read.rows[row], (std::vector<std::string>{"x", "1"}));
        EXPECT_EQ(read.rows.back(), (std::vector<std::string>{"y", "2"}));
    }
}

TEST(Csv, RowsThatStandInQuotesAsOneCellAreParted) {
    const auto wrapped = read_text(
        "\"Mes,País,Total\"\n\"2024-01,\"\"Venezuela, RB\"\",6\"\n"
        "\"2024-02,Perú,7\",,\n");
    EXPECT_EQ(wrapped.rows, (Rows{{"Mes", "País", "Total"},
                                  {"2024-01", "Venezuela, RB", "6"},
                                  {"2024-02", "Perú", "7"}}));
    EXPECT_EQ(read_text("\"a\",\"b\"\n\"1\",\"2\"\n").rows, (Rows{{"a", "b"}, {"1", "2"}}));
    EXPECT_EQ(read_text("\"one, two\"\n\"three\"\n\"four\"\n").rows,
              (Rows{{"one, two"}, {"three"}, {"four"}}));
}

TEST(Csv, KeysThatStandInTheFirstColumnAreParted) {
    EXPECT_EQ(
        read_text("freq,citizen,geo\\TIME_PERIOD\t2024-01 \t2024-02 \n"
                  "M,AF,EL\t120 \t130 p\nM,SY,AT\t: \t: c\nM,Congo, Republic of,DE\t-1.5 be\tmen\n")
            .rows,
        (Rows{{"freq", "citizen", "geo", "2024-01", "2024-02"},
              {"M", "AF", "EL", "120", "130"},
              {"M", "SY", "AT", ":", ": c"},
              {"M,Congo, Republic of,DE", "", "", "-1.5", "men"}}));
    EXPECT_EQ(read_text("a,b\tc\n1,2\t3 p\n").rows, (Rows{{"a,b", "c"}, {"1,2", "3 p"}}));
}

TEST(Csv, AGivenDelimiterIsTaken) {
    EXPECT_EQ(read_text("a;b,c\n1;2,3\n", {.sheet = {}, .delimiter = ','}).rows,
              (Rows{{"a;b", "c"}, {"1;2", "3"}}));
    // By another one the lone carriage return would end a row.
    EXPECT_EQ(read_text("x,x;,\"x\r;a\"\r\n", {.sheet = {}, .delimiter = ','}).rows,
              (Rows{{"x", "x;", "x\r;a"}}));
}

RC_GTEST_PROP(Csv, WhatWasWrittenIsReadAgain, ()) {
    const auto sign = rc::gen::weightedElement<char>(
        {{10, 'a'}, {3, ','}, {3, '"'}, {2, '\n'}, {2, '\r'}, {1, ' '}, {1, ';'}});
    // Cells begin with a letter, since a formula's apostrophe stays in the text.
    const auto cell = rc::gen::map(rc::gen::container<std::string>(sign),
                                   [](std::string text) { return "x" + std::move(text); });
    const auto rows = *rc::gen::nonEmpty(
        rc::gen::container<Rows>(rc::gen::container<std::vector<std::string>>(3, cell)));
    std::ostringstream text;
    CsvWriter writer{text};
    for (const auto& row : rows)
        writer.write_row(std::span<const std::string>{row});
    RC_ASSERT(read_text(text.str(), {.sheet = {}, .delimiter = ','}).rows == rows);
}

RC_GTEST_PROP(Csv, PiecesOfTheFileMeetAtAnyPlace, ()) {
    // Rows of many lengths lie across the border of the first piece.
    const auto length = *rc::gen::inRange<std::size_t>(1, 200);
    const std::string row = "\"" + std::string(length, 'x') + "\"\"é\",سورية\r\n";
    auto text = "a,b\r\n" + rows_up_to_a_border("\r\n");
    const auto before = read_text(text).rows.size();
    for (int i = 0; i < 60; ++i)
        text += row;
    const auto read = read_text(text);
    RC_ASSERT(read.rows.size() == before + 60);
    for (std::size_t i = before; i < read.rows.size(); ++i)
        RC_ASSERT(read.rows[i] ==
                  (std::vector<std::string>{std::string(length, 'x') + "\"é", "سورية"}));
    RC_ASSERT(read.findings.empty());
}

TEST(CellEnds, FindsEverySign) {
    std::string text(1'000, 'x');
    std::vector<std::size_t> expected;
    for (std::size_t i = 3; i < text.size(); i += 1 + i % 7) {
        text[i] = i % 2 == 0 ? ',' : '\n';
        expected.push_back(i);
    }
    text.append(CellEnds::block_bytes, ',');
    CellEnds ends{',', '\n'};
    ends.seek(text.data());
    for (const auto at : expected)
        ASSERT_EQ(ends.next() - text.data(), static_cast<std::ptrdiff_t>(at));
}

}  // namespace
}  // namespace tenpoint::formats

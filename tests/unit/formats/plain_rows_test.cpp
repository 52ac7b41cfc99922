// SPDX-License-Identifier: Apache-2.0
#include "formats/plain_rows.hpp"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "make_workbook.hpp"

namespace tenpoint::formats {
namespace {

struct WrittenRow {
    const char* name;
    const char* xml;
    bool is_plain;
};

class SheetRows : public testing::TestWithParam<WrittenRow> {};

TEST_P(SheetRows, ArePlainWhereEveryReaderUnderstandsTheSame) {
    const std::string_view text = GetParam().xml;
    PlainRow row;
    EXPECT_EQ(read_plain_row(std::string{text} + "<row>", row),
              GetParam().is_plain ? text.size() : 0);
    for (std::size_t cut = 0; cut < text.size(); ++cut)
        EXPECT_EQ(read_plain_row(text.substr(0, cut), row), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Xlsx, SheetRows,
    testing::Values(
        WrittenRow{"cells", R"(<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"/></row>)", true},
        WrittenRow{"empty", R"(<row r="2" spans="1:9" x14ac:dyDescent="0.25"/>)", true},
        WrittenRow{"unnumbered", R"(<row><c><v>1</v></c></row>)", true},
        WrittenRow{"formula", R"(<row><c><f>A1</f><v>1</v></c></row>)", false},
        WrittenRow{"inline_text", R"(<row><c t="inlineStr"><is><t>a</t></is></c></row>)", false},
        WrittenRow{"entity", R"(<row><c t="str"><v>a&amp;b</v></c></row>)", false},
        WrittenRow{"other_letters", "<row><c t=\"str\"><v>Darién</v></c></row>", false},
        WrittenRow{"line_break", "<row><c t=\"str\"><v>a\nb</v></c></row>", false},
        WrittenRow{"comment", R"(<row><!-- --><c><v>1</v></c></row>)", false},
        WrittenRow{"attribute_twice", R"(<row><c r="A1" r="B1"><v>1</v></c></row>)", false},
        WrittenRow{"attribute_unknown", R"(<row><c x:r="A1"><v>1</v></c></row>)", false},
        WrittenRow{"single_quotes", R"(<row r='2'><c><v>1</v></c></row>)", false},
        WrittenRow{"another_end", R"(<row><c><v>1</v></c></c>)", false},
        WrittenRow{"another_element", R"(<rows><c><v>1</v></c></rows>)", false}),
    [](const auto& row) { return row.param.name; });

// However plain and other rows follow each other, the table is what a reader of XML makes of it.
TEST(PlainRows, AreReadAsOthersAre) {
    constexpr std::array rows{
        R"(<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>12.50</v></c>)",
        R"(<row><c r="B1"><f>1+1</f><v>2</v></c><c r="D1"><f>1</f></c>)",
        R"(<row><c t="inlineStr"><is><t>Darién &lt;</t></is></c><c t="e"><v>#N/A</v></c>)",
        R"(<row r="40"><c r="A40" s="1"><v>42379</v></c><c r="A40"><v>3</v></c>)",
        R"(<row><c r="A1"><v>1</v></c><!-- </row><row><c><v>7</v></c></row> -->)",
        R"(<row><c t="str"><v><![CDATA[</row><row>]]></v></c>)",
        R"(<row/><row r="3" spans="1:2"><c r="A3" t="b"><v>1</v></c><c r="B3" t="str"><v></v></c>)",
        R"(<row><c r="A1"><v>123</v></c><c r="B1" t="s"><v>99</v></c><c r="C1" t="n"><v>x</v></c>)",
    };
    std::mt19937 random(7);
    for (int sheet = 0; sheet < 8; ++sheet) {
        std::string plain, other;
        const auto kinds = 1 + random() % rows.size();
        for (int i = 0; i < 3'000; ++i) {
            const std::string row = rows[random() % 4 == 0 ? random() % kinds : 7];
            plain += row + "</row>";
            other += row + " </row >";
        }
        const auto expected = read_rows(other);
        const auto read = read_rows(plain);
        EXPECT_EQ(read.rows, expected.rows);
        EXPECT_EQ(read.kinds, expected.kinds);
        EXPECT_EQ(read.numbers, expected.numbers);
        EXPECT_EQ(codes_of(read.findings), codes_of(expected.findings));
        EXPECT_EQ(read.progress, 1);
    }
}

// Damage is found where it is, also between plain rows.
TEST(PlainRows, AreReadUpToWhatIsDamaged) {
    const std::string row = "<row><c><v>1</v></c></row>";
    for (const auto* damage : {"</c>", "<row><c></row>", "\x01", "&none;"}) {
        const auto read = read_rows(row + row + damage + row);
        EXPECT_EQ(read.rows, (Rows{{"1"}, {"1"}})) << damage;
        EXPECT_EQ(codes_of(read.findings), std::vector<std::string>{"damaged_file@3"}) << damage;
    }
}

}  // namespace
}  // namespace tenpoint::formats

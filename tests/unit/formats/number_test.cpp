// SPDX-License-Identifier: Apache-2.0
#include "formats/number.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace tenpoint::formats {
namespace {

using enum NumberKind;
constexpr NumberStyle point{DecimalSign::point};
constexpr NumberStyle comma{DecimalSign::comma};

struct WrittenCount {
    const char* text;
    NumberKind kind;
    std::int64_t value = 0;
    NumberStyle style{};
};

class Counts : public testing::TestWithParam<WrittenCount> {};

TEST_P(Counts, AreReadAsMeant) {
    const auto& [text, kind, value, style] = GetParam();
    const auto read = parse_count(text, style);
    EXPECT_EQ(read.kind, kind) << text;
    EXPECT_EQ(read.value, value) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Number, Counts,
    testing::Values(
        WrittenCount{"1,234*", number, 1234}, WrittenCount{"1 234 (p)", number, 1234},
        WrittenCount{"56 1/", number, 56}, WrittenCount{"78²", number, 78},
        WrittenCount{"(5)", not_a_number}, WrittenCount{"0", number, 0},
        WrittenCount{"2410", number, 2410}, WrittenCount{"007", number, 7},
        WrittenCount{" 12 ", number, 12}, WrittenCount{"+5", number, 5},
        WrittenCount{"-0", number, 0}, WrittenCount{"1,022", number, 1022},
        WrittenCount{"1.022", number, 1022}, WrittenCount{"1,022", number, 1022, point},
        WrittenCount{"1.022", number, 1022, comma}, WrittenCount{"1.022", fractional, 0, point},
        WrittenCount{"1,022", fractional, 0, comma},
        WrittenCount{"1,234,567", number, 1'234'567, comma},
        WrittenCount{"1.234.567", number, 1'234'567, point},
        WrittenCount{"12,34,567", number, 1'234'567}, WrittenCount{"80 418", number, 80'418},
        WrittenCount{"80\u00A0418", number, 80'418}, WrittenCount{"80\u202F418", number, 80'418},
        WrittenCount{"1'000", number, 1000}, WrittenCount{"1’000’000", number, 1'000'000},
        WrittenCount{"12.0", number, 12}, WrittenCount{"12,00", number, 12},
        WrittenCount{"12.", number, 12}, WrittenCount{"1,234.0", number, 1234},
        WrittenCount{"1.234,0", number, 1234}, WrittenCount{"12.5", fractional},
        WrittenCount{"1 234,5", fractional}, WrittenCount{".5", fractional},
        WrittenCount{"0.123", fractional}, WrittenCount{"1234.567", fractional},
        WrittenCount{"-3", negative, -3}, WrittenCount{"−3", negative, -3},
        WrittenCount{"-1,234", negative, -1234}, WrittenCount{"١٬٢٣٤", number, 1234},
        WrittenCount{"١٢٣", number, 123}, WrittenCount{"۱۲۳", number, 123},
        WrittenCount{"١٢٫٥", fractional}, WrittenCount{"\u200F١٢٣", number, 123},
        WrittenCount{"1.2E+05", number, 120'000}, WrittenCount{"1.25E+01", fractional},
        WrittenCount{"1E+40", not_a_number},
        WrittenCount{"999999999999999999", number, 999'999'999'999'999'999},
        WrittenCount{"9999999999999999999", not_a_number},
        WrittenCount{"000000000000000000000012", number, 12}, WrittenCount{"", blank},
        WrittenCount{"  ", blank}, WrittenCount{"-", blank}, WrittenCount{"             _", blank},
        WrittenCount{":", blank}, WrittenCount{": c", suppressed}, WrittenCount{"n/a", blank},
        WrittenCount{"NA", blank}, WrittenCount{"..", blank}, WrittenCount{"N/D", blank},
        WrittenCount{"s/d", blank}, WrittenCount{"#N/A", blank}, WrittenCount{"—", blank},
        WrittenCount{"غير متوفر", blank}, WrittenCount{"<5", suppressed},
        WrittenCount{"< 10", suppressed}, WrittenCount{"≤4", suppressed},
        WrittenCount{"<=5", suppressed}, WrittenCount{"<٥", suppressed},
        WrittenCount{"Less than 5", suppressed}, WrittenCount{"moins de 5", suppressed},
        WrittenCount{"Menos de 10", suppressed}, WrittenCount{"أقل من ٥", suppressed},
        WrittenCount{"under age", not_a_number}, WrittenCount{"*", suppressed},
        WrittenCount{"twelve", not_a_number}, WrittenCount{"12 people", not_a_number},
        WrittenCount{"1,23,4", not_a_number}, WrittenCount{"1,2345,678", not_a_number},
        WrittenCount{",123", fractional}, WrittenCount{"1 2", not_a_number},
        WrittenCount{"1-2", not_a_number}, WrittenCount{"--5", not_a_number},
        WrittenCount{"<b", not_a_number}, WrittenCount{"1.234.567,8.9", not_a_number},
        WrittenCount{"0x10", not_a_number},
        WrittenCount{"12345678901234567890123456789012345678901234567890", not_a_number}));

struct WrittenDecimal {
    const char* text;
    double value;
    NumberStyle style{};
};

class Decimals : public testing::TestWithParam<WrittenDecimal> {};

TEST_P(Decimals, AreReadAsMeant) {
    const auto& [text, value, style] = GetParam();
    const auto read = parse_decimal(text, style);
    ASSERT_EQ(read.kind, number) << text;
    EXPECT_EQ(*read, value) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Number, Decimals,
    testing::Values(WrittenDecimal{"51.1852213611046", 51.1852213611046},
                    WrittenDecimal{"-9.104326903", -9.104326903},
                    WrittenDecimal{"7,5367567782", 7.5367567782}, WrittenDecimal{"1.234", 1.234},
                    WrittenDecimal{"1.234", 1234, comma}, WrittenDecimal{"1,234", 1234},
                    WrittenDecimal{"1,234", 1.234, comma}, WrittenDecimal{"1,234.5", 1234.5},
                    WrittenDecimal{"-.5", -0.5}, WrittenDecimal{"12", 12},
                    WrittenDecimal{"٣٣٫٥", 33.5}, WrittenDecimal{"1e-3", 0.001}));

TEST(Decimals, SayWhyTheyAreNone) {
    EXPECT_EQ(parse_decimal("").kind, blank);
    EXPECT_EQ(parse_decimal("<5").kind, suppressed);
    EXPECT_EQ(parse_decimal("13°30'").kind, not_a_number);
    EXPECT_EQ(parse_decimal("nan").kind, blank);
    EXPECT_EQ(parse_decimal("inf").kind, not_a_number);
    EXPECT_EQ(parse_decimal("1e999").kind, not_a_number);
}

struct NumberColumn {
    std::vector<const char*> cells;
    DecimalSign sign;
    bool ambiguous = false;
    bool contradictory = false;
};

TEST(NumberStyle, IsLearnedFromTheWholeColumn) {
    for (const auto& [cells, sign, ambiguous, contradictory] :
         {NumberColumn{{"1.234", "12", "n/a"}, DecimalSign::unknown, true},
          NumberColumn{{"1.234", "1.234.567"}, DecimalSign::comma},
          NumberColumn{{"1.234", "12.5"}, DecimalSign::point},
          NumberColumn{{"1,234", "1,234.5"}, DecimalSign::point},
          NumberColumn{{"1 234,5"}, DecimalSign::comma},
          NumberColumn{{"12", "", "x.5"}, DecimalSign::unknown},
          NumberColumn{{"12.5", "12,5"}, DecimalSign::point, false, true}}) {
        NumberStyle style;
        for (const auto* cell : cells)
            style.learn(cell);
        EXPECT_EQ(style.decimal_sign(), sign) << cells.front();
        EXPECT_EQ(style.is_ambiguous(), ambiguous) << cells.front();
        EXPECT_EQ(style.is_contradictory(), contradictory) << cells.front();
    }
}

RC_GTEST_PROP(Counts, EveryWayOfGroupingReadsTheSame, ()) {
    const auto value = *rc::gen::inRange<std::int64_t>(0, 999'999'999'999);
    const std::string separator = *rc::gen::element<std::string>(",", ".", " ", "'", "\u00A0", "٬");
    std::string text = std::to_string(value);
    for (auto at = static_cast<int>(text.size()) - 3; at > 0; at -= 3)
        text.insert(static_cast<std::size_t>(at), separator);
    const auto read = parse_count(text);
    RC_ASSERT(read.kind == number);
    RC_ASSERT(*read == value);
}

RC_GTEST_PROP(Counts, AnyBytesAreSurvived, (const std::string& bytes)) {
    NumberStyle style;
    style.learn(bytes);
    parse_count(bytes, style);
    parse_decimal(bytes, style);
}

}  // namespace
}  // namespace tenpoint::formats

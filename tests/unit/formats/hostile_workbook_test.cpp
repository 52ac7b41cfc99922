// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <malloc.h>
#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "formats/shared_strings.hpp"
#include "formats/sheet_likeness.hpp"
#include "formats/spilled_bytes.hpp"
#include "make_workbook.hpp"

namespace tenpoint::formats {
namespace {

const std::string two_rows =
    R"(<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>)";

Parts with(const std::string& part, const std::string& content) {
    auto parts = parts_of_workbook(two_rows);
    parts[part] = content;
    return parts;
}

Parts without(const std::string& part) {
    auto parts = parts_of_workbook(two_rows);
    parts.erase(part);
    return parts;
}

TEST(HostileWorkbook, IsRefusedWithItsReason) {
    const std::string entities =
        R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>)"
        R"(<sst xmlns="m"><si><t>&b;</t></si></sst>)";
    EXPECT_EQ(read_workbook(with("xl/sharedStrings.xml", entities)).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(with("xl/sharedStrings.xml", "<sst><si>")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(with("xl/workbook.xml", "")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(with("xl/workbook.xml", "<workbook/>")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(with("xl/styles.xml", "<a")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(without("xl/styles.xml")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(without("xl/worksheets/sheet1.xml")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(without("xl/_rels/workbook.xml.rels")).refusal, "damaged_workbook");
    EXPECT_EQ(read_workbook(without("_rels/.rels")).refusal, "no_table_in_archive");
    EXPECT_EQ(read_workbook({{"content.xml", "<office/>"}}).refusal, "no_table_in_archive");
    EXPECT_EQ(read_workbook(with("_rels/.rels",
                                 R"(<Relationships><Relationship Id="1" Type="x/officeDocument" )"
                                 R"(Target="word/document.xml"/></Relationships>)"))
                  .refusal,
              "not_a_table");
    EXPECT_EQ(read_text("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0").refusal, "old_workbook");
    std::string locked = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    for (const char c : std::string_view{"EncryptedPackage"})
        locked += {c, '\0'};
    EXPECT_EQ(read_text(locked).refusal, "encrypted_workbook");
}

TEST(HostileWorkbook, ABombIsNotUnpacked) {
    const std::string spaces(20U << 20, ' ');
    EXPECT_EQ(read_workbook(with("xl/sharedStrings.xml", "<sst>" + spaces + "</sst>")).refusal,
              "oversized_workbook");
    EXPECT_EQ(read_workbook(with("xl/worksheets/sheet1.xml",
                                 "<worksheet><sheetData>" + spaces + "</sheetData></worksheet>"))
                  .refusal,
              "oversized_workbook");
}

// The archive says how large a part is; what it unpacks to may be more.
TEST(HostileWorkbook, ABombThatLiesAboutItsSizeIsStopped) {
    const std::string spaces(20U << 20, ' ');
    auto bytes = packed(with("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + two_rows +
                                                             spaces + "</sheetData></worksheet>"));
    const auto size =
        static_cast<std::uint32_t>(std::string{"<worksheet><sheetData>"}.size() + two_rows.size() +
                                   spaces.size() + std::string{"</sheetData></worksheet>"}.size());
    const std::string claimed{reinterpret_cast<const char*>(&size), sizeof size};
    const std::string lie("\x00\x10\x00\x00", 4);
    for (auto at = bytes.find(claimed); at != bytes.npos; at = bytes.find(claimed, at))
        bytes.replace(at, lie.size(), lie);
    const auto read = read_text(bytes);
    EXPECT_TRUE(read.refusal == "damaged_workbook" || codes_of(read.findings).size() == 1)
        << read.refusal;
    EXPECT_LE(read.rows.size(), 2U);
}

TEST(HostileWorkbook, ASheetThatBreaksOffGivesWhatCameBefore) {
    const std::string head = "<worksheet><sheetData>" + two_rows;
    for (const auto& rest : {std::string{"<row r=\"3\"><c r=\"A3\"><v>3"}, std::string{"<row></c>"},
                             std::string{"&unknown;"}, std::string{"\xFF\xFE"},
                             [] {
                                 std::string deep;
                                 for (int i = 0; i < 1'000; ++i)
                                     deep += "<a>";
                                 return deep;
                             }(),
                             std::string{R"(<row r="99999999999999"><c><v>1</v></c></row>)"},
                             "<row a=\"" + std::string(8U << 20, 'x') + "\"/>"}) {
        const auto read = read_workbook(with("xl/worksheets/sheet1.xml", head + rest));
        EXPECT_EQ(read.rows, (Rows{{"1"}, {"2"}})) << rest.substr(0, 40);
        ASSERT_EQ(read.findings.size(), 1U) << rest.substr(0, 40);
        EXPECT_EQ(read.findings[0].code, "damaged_file");
        EXPECT_EQ(read.findings[0].severity, Severity::error);
    }
}

TEST(HostileWorkbook, IsSurvivedWhereverItIsCut) {
    const auto whole = packed(parts_of_workbook(two_rows));
    for (std::size_t size = 4; size < whole.size(); size += 7) {
        const auto read = read_text(whole.substr(0, size));
        EXPECT_EQ(read.refusal, "damaged_workbook") << size;
    }
}

TEST(HostileWorkbook, NumbersWithoutACounterpartAreNotAddedUp) {
    for (const auto* text : {"-9223372036854775808", "9223372036854775807"}) {
        SheetForm form;
        form.learn(1, std::vector<Cell>{{text}});
        EXPECT_FALSE(form.is_whole()) << text;
    }
}

TEST(HostileWorkbook, ManySheetsOfLongTextsAreComparedInLittleMemory) {
    const std::string text(200, 'x');
    const std::vector<Cell> cells(400, Cell{text});
    const auto before = mallinfo2().uordblks;
    std::vector<SheetForm> forms(20);
    for (auto& form : forms)
        for (std::int64_t row = 1; row <= 25; ++row)
            form.learn(row, cells);
    EXPECT_LT(mallinfo2().uordblks - before, std::size_t{1} << 20);
}

TEST(HostileWorkbook, WhatIsTooLargeForMemoryGoesIntoItsFolderAlone) {
    const auto folder = std::filesystem::temp_directory_path() / "tenpoint_spilled";
    std::filesystem::remove_all(folder);
    EXPECT_FALSE(file_without_name(folder)) << "there is no such folder";
    std::filesystem::create_directory(folder);
    EXPECT_TRUE(file_without_name(folder));
    EXPECT_TRUE(std::filesystem::is_empty(folder));
    std::filesystem::remove_all(folder);
}

RC_GTEST_PROP(HostileWorkbook, IsSurvivedWhateverByteIsWrong, ()) {
    static const auto whole = packed(parts_of_workbook(two_rows));
    auto bytes = whole;
    const auto at = *rc::gen::inRange<std::size_t>(4, bytes.size());
    bytes[at] = *rc::gen::arbitrary<char>();
    const TemporaryFile file{bytes};
    const auto reader = open_table(file.path());
    if (!reader) return;
    std::vector<Cell> cells;
    while ((*reader)->next(cells))
        RC_ASSERT((*reader)->row_number() <= 1'048'576);
}

RC_GTEST_PROP(HostileWorkbook, AnySheetIsSurvived, ()) {
    const auto piece = rc::gen::element<std::string>(
        "<row>", "</row>", "<row r=\"2\">", "<c>", "</c>", "<c r=\"B1\" t=\"s\">", "<v>", "</v>",
        "1", "x", "<is>", "</is>", "<t>", "</t>", "</sheetData>", "<f/>", "<v/>", "<rPh>");
    std::string rows;
    for (const auto& one : *rc::gen::container<std::vector<std::string>>(piece))
        rows += one;
    read_rows(rows);
}

constexpr std::size_t long_text = 500;

// A text of its own for each number, which packs badly: what stands before is too far away.
std::string text_of(std::size_t number) {
    static const auto letters = [] {
        std::mt19937 random(7);
        std::string made;
        while (made.size() < 1U << 20)
            made += static_cast<char>('a' + random() % 26);
        return made;
    }();
    const auto start = number * 7919 % (letters.size() - long_text);
    return "text " + std::to_string(number) + " é " + letters.substr(start, long_text);
}

TEST(HostileWorkbook, TextsThatAreTooLongForMemoryAreReadOutOfAFile) {
    constexpr std::size_t texts = 70'000;
    static_assert(texts * long_text > SharedStrings::most_memory);
    std::string parts = "<sst>";
    for (std::size_t i = 0; i < texts; ++i)
        parts += i == 5 ? "<si/>" : "<si><t>" + text_of(i) + "</t></si>";
    std::string row = R"(<row r="1">)";
    const std::vector<std::size_t> wanted{0, texts - 1, 35'000, 5, 6, texts, 40'001, 1};
    for (const auto index : wanted)
        row += R"(<c t="s"><v>)" + std::to_string(index) + "</v></c>";
    auto workbook = parts_of_workbook(row + "</row>");
    workbook["xl/sharedStrings.xml"] = parts + "</sst>";
    const auto read = read_workbook(workbook);
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0],
              (std::vector<std::string>{text_of(0), text_of(texts - 1), text_of(35'000), "",
                                        text_of(6), "", text_of(40'001), text_of(1)}));
    EXPECT_TRUE(read.findings.empty());
}

TEST(HostileWorkbook, OfASharedTextAsMuchIsKeptAsACellMayHold) {
    auto workbook = parts_of_workbook(R"(<row r="1"><c t="s"><v>0</v></c></row>)");
    workbook["xl/sharedStrings.xml"] =
        "<sst><si><t>" + std::string(3U << 20, 'x') + "</t></si></sst>";
    const auto read = read_workbook(workbook);
    EXPECT_EQ(read.rows.at(0).at(0).size(), TableLimits::cell_bytes);
    EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"cell_too_long@1"}));
}

}  // namespace
}  // namespace tenpoint::formats

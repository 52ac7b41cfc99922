// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "formats/zip_archive.hpp"
#include "make_workbook.hpp"

namespace tenpoint::formats {
namespace {

const std::string small_table = "country,people\nMali,3\n";
const std::string large_table = "country,people\nMali,3\nNiger,5\nChad,1\n";

const std::string small_workbook = packed(
    parts_of_workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>)"));

std::string workbook_of_two_sheets() {
    auto parts = parts_of_spreadsheet(
        R"(<table:table table:name="Notes"><table:table-row><table:table-cell><text:p>n</text:p>)"
        R"(</table:table-cell></table:table-row></table:table><table:table table:name="Data">)"
        R"(<table:table-row><table:table-cell><text:p>d</text:p></table:table-cell>)"
        R"(</table:table-row></table:table>)");
    return packed(parts);
}

TEST(ZippedFiles, TheOnlyTableIsRead) {
    const auto read = read_text(packed({{"data/arrivals.csv", small_table}}));
    EXPECT_EQ(read.rows, (Rows{{"country", "people"}, {"Mali", "3"}}));
    EXPECT_EQ(read.info.format, "csv");
    EXPECT_EQ(read.info.sheet, "data/arrivals.csv");
    EXPECT_EQ(read.progress, 1);
    EXPECT_TRUE(read.findings.empty());

    EXPECT_EQ(read_text(packed({{"a.xlsx", small_workbook}})).rows, (Rows{{"plain", "2"}}));
    EXPECT_EQ(read_text(packed({{"a.xlsx", small_workbook}})).info.sheet, "a.xlsx");
}

TEST(ZippedFiles, TheLikeliestIsChosenAndOthersAreReadByName) {
    const auto bytes = packed({{"Metadata_of_all.csv", large_table + large_table},
                               {"a.csv", small_table},
                               {"b.tsv", "country\tpeople\nMali\t3\nNiger\t5\n"},
                               {"folder/", ""},
                               {"photo.jpg", large_table + large_table},
                               {"__MACOSX/._a.csv", large_table + large_table},
                               {"readme.txt", large_table + large_table}});
    const auto read = read_text(bytes);
    EXPECT_EQ(read.info.sheets,
              (std::vector<std::string>{"Metadata_of_all.csv", "a.csv", "b.tsv", "readme.txt"}));
    EXPECT_EQ(read.info.sheet, "b.tsv");
    EXPECT_EQ(read.info.delimiter, '\t');
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"alike_sheets@0", "one_table_read@0"}));
    EXPECT_EQ(read.findings[0].text, "a, b");
    EXPECT_EQ(read.findings[1].text, "b.tsv");

    const auto named = read_text(bytes, {.sheet = "A.csv", .delimiter = {}});
    EXPECT_EQ(named.rows.size(), 2U);
    EXPECT_TRUE(named.findings.empty());
    EXPECT_EQ(read_text(bytes, {.sheet = "c.csv", .delimiter = {}}).refusal, "unknown_sheet");
}

TEST(ZippedFiles, TheSheetsOfAWorkbookStandBesideTheOtherFiles) {
    const auto bytes = packed({{"a.csv", "x,y\n1,2\n"}, {"b#1.ods", workbook_of_two_sheets()}});
    const auto read = read_text(bytes);
    EXPECT_EQ(read.info.sheets,
              (std::vector<std::string>{"a.csv", "b#1.ods#Notes", "b#1.ods#Data"}));
    EXPECT_EQ(read.info.sheet, "b#1.ods#Data");
    EXPECT_EQ(read.info.format, "ods");
    EXPECT_EQ(read.rows, (Rows{{"d"}}));
    EXPECT_EQ(read_text(bytes, {.sheet = "b#1.ods#Notes", .delimiter = {}}).rows, (Rows{{"n"}}));
    EXPECT_EQ(read_text(bytes, {.sheet = "b#1.ods#Else", .delimiter = {}}).refusal,
              "unknown_sheet");
    EXPECT_EQ(read_text(bytes, {.sheet = "a.csv", .delimiter = {}}).rows.size(), 2U);
}

// A text for each name, of these figures.
std::string archive_of(const std::vector<std::pair<std::string, std::string>>& figures) {
    std::map<std::string, std::string> parts;
    for (const auto& [name, count] : figures)
        parts[name] = "country,people\nMali," + count + "\nNiger,2\n";
    return packed(parts);
}

TEST(ZippedFiles, TextsOfMonthsAreOneTable) {
    const auto read = read_text(archive_of({{"data/arrivals_2024-01.csv", "3"},
                                            {"data/arrivals_2024-02.csv", "7"},
                                            {"data/notes.csv", "1"}}));
    EXPECT_EQ(read.rows, (Rows{{"country", "people", "Sheet"},
                               {"Mali", "3", "2024-01"},
                               {"Niger", "2", "2024-01"},
                               {"Mali", "7", "2024-02"},
                               {"Niger", "2", "2024-02"}}));
    EXPECT_EQ(read.info.sheet, alike_sheets);
    EXPECT_EQ(read.info.alike_as_one, alike_sheets);
    EXPECT_EQ(read.info.alike,
              (std::vector<std::string>{"data/arrivals_2024-01.csv", "data/arrivals_2024-02.csv"}));
    EXPECT_EQ(read.info.sheets.size(), 3U);
    EXPECT_EQ(read.info.format, "csv");
    EXPECT_EQ(read.info.delimiter, ',');
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"sheet_begins@1", "sheet_begins@4"}));
}

TEST(ZippedFiles, TextsWhoseRowsSayWhenAreOneTableOnlyIfAskedFor) {
    const std::string header = "date,people\n", january = "2024-01-05,3\n",
                      february = "2024-02-05,4\n";
    const auto bytes = packed({{"export_2024-01.csv", header + january},
                               {"export_2024-02.csv", header + january + february}});
    const auto one = read_text(bytes);
    EXPECT_EQ(one.info.sheet, "export_2024-02.csv") << "it may hold all that the other holds";
    EXPECT_EQ(one.info.alike.size(), 2U);
    EXPECT_EQ(read_text(bytes, {.sheet = one.info.alike_as_one, .delimiter = {}}).rows.size(), 4U);
}

TEST(ZippedFiles, NamesAreReadWithoutFolders) {
    const auto read = read_text(archive_of(
        {{"README.csv", "1"}, {"2024/a/2024-01.csv", "3"}, {"2024/b/2024-02.csv", "7"}}));
    EXPECT_EQ(read.rows.size(), 5U);
    EXPECT_EQ(read.rows.back().back(), "2024-02");
}

TEST(ZippedFiles, TextsOfPlacesAreOneTableOnlyIfAskedFor) {
    const auto bytes = archive_of({{"Chad.csv", "3"}, {"Mali.csv", "70"}});
    const auto one = read_text(bytes);
    EXPECT_EQ(one.info.sheet, "Mali.csv");
    EXPECT_EQ(one.info.alike, (std::vector<std::string>{"Chad.csv", "Mali.csv"}));
    EXPECT_EQ(one.rows.size(), 3U);
    const auto all = read_text(bytes, {.sheet = one.info.alike_as_one, .delimiter = {}});
    EXPECT_EQ(all.info.sheet, alike_sheets);
    ASSERT_EQ(all.rows.size(), 5U);
    EXPECT_EQ(all.rows[1], (std::vector<std::string>{"Mali", "3", "Chad"}));
    EXPECT_EQ(read_text(bytes, {.sheet = "Chad.csv", .delimiter = {}}).rows.size(), 3U);
    const auto different = packed({{"a.csv", "x,y\n1,2\n"}, {"b.csv", "z,y\n1,2\n"}});
    EXPECT_EQ(read_text(different, {.sheet = std::string{alike_sheets}, .delimiter = {}}).refusal,
              "unknown_sheet");
}

// A file for the year beside the months would be counted twice.
TEST(ZippedFiles, AFileOfTotalsIsNotCountedBesideItsParts) {
    const auto table = [](const std::string& a, const std::string& b) {
        return "country,people\nMali," + a + "\nNiger," + b + "\n";
    };
    const auto read = read_text(packed({{"2024-01.csv", table("300", "20")},
                                        {"2024-02.csv", table("700", "41")},
                                        {"2024-03.csv", table("800", "50")},
                                        {"2024.csv", table("1800", "111")}}));
    EXPECT_EQ(read.info.sheet, alike_sheets);
    EXPECT_EQ(read.rows.size(), 7U);
    EXPECT_EQ(read.findings.at(0).code, "sheet_of_totals");
    EXPECT_EQ(read.findings.at(0).text, "2024");
    const auto with_signs = read_text(
        packed({{"2024-01.csv", table("\"1,300\"", "20")}, {"2024-02.csv", table("7", "4")}}));
    EXPECT_EQ(with_signs.info.sheet, "2024-01.csv") << "what is not added up may hold a total";
    EXPECT_EQ(with_signs.info.alike.size(), 2U);
}

// Nothing is ever written under a name that an archive gives.
TEST(ZippedFiles, ANameWithAPathIsOnlyAName) {
    const auto outside = std::filesystem::temp_directory_path() / "tenpoint_escaped.xlsx";
    for (const std::string name :
         {"../tenpoint_escaped.xlsx", "/tmp/tenpoint_escaped.xlsx", "..\\tenpoint_escaped.xlsx"}) {
        const auto read = read_text(packed({{name, small_workbook}}));
        EXPECT_EQ(read.info.sheet, name);
        EXPECT_EQ(read.rows, (Rows{{"plain", "2"}}));
        EXPECT_FALSE(std::filesystem::exists(outside));
    }
}

TEST(ZippedFiles, AreRefusedWithTheirReason) {
    EXPECT_EQ(read_text(packed({{"inner.zip", packed({{"a.csv", small_table}})}})).refusal,
              "nested_archive");
    EXPECT_EQ(read_text(packed({{"inner.csv", packed({{"a.csv", small_table}})}})).refusal,
              "nested_archive");
    EXPECT_EQ(read_text(packed({{"a.jpg", "x"}, {"b.pdf", "%PDF"}})).refusal,
              "no_table_in_archive");
    EXPECT_EQ(read_text(packed({{"a.csv", ""}})).refusal, "empty_file");
    EXPECT_EQ(read_text(std::string("PK\x05\x06") + std::string(18, '\0')).refusal, "empty_file");
    EXPECT_EQ(read_text(packed({{"a.csv", "%PDF-1.7"}})).refusal, "not_a_table");
    EXPECT_EQ(read_text(packed({{"a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W"}})).refusal,
              "old_workbook");
    EXPECT_EQ(read_text("PK\x03\x04 and then nothing of the sort").refusal, "damaged_workbook");
}

TEST(ZippedFiles, ABombIsNotUnpacked) {
    EXPECT_EQ(read_text(packed({{"a.csv", std::string(20U << 20, 'x')}})).refusal,
              "oversized_workbook");
    EXPECT_EQ(
        read_text(packed({{"a.xlsx", packed({{"xl.xml", std::string(20U << 20, ' ')}})}})).refusal,
        "nested_archive");
}

// A list of parts that claims two gigabytes would be read into memory at once.
TEST(ZippedFiles, AnArchiveThatClaimsALongListIsRefused) {
    auto bytes = packed({{"a.csv", small_table}});
    const auto end = bytes.rfind("PK\x05\x06");
    bytes.replace(end + 12, 4, std::string("\x00\x00\x00\x80", 4));
    EXPECT_EQ(read_text(bytes).refusal, "oversized_workbook");
}

template <class Number>
std::string bytes_of(Number number) {
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

// The longer record of large archives counts wherever its locator says it is.
TEST(ZippedFiles, AnArchiveThatClaimsALongListInItsLongerRecordIsRefused) {
    const auto plain = packed({{"a.csv", small_table}});
    const auto end = plain.rfind("PK\x05\x06");
    const auto longer = [](std::uint64_t parts, std::uint64_t bytes) {
        return "PK\x06\x06" + bytes_of(std::uint64_t{44}) + bytes_of(std::uint32_t{45 << 16 | 45}) +
               bytes_of(std::uint64_t{0}) + bytes_of(parts) + bytes_of(parts) + bytes_of(bytes) +
               bytes_of(std::uint64_t{0});
    };
    const auto locator = "PK\x06\x07" + bytes_of(std::uint32_t{0}) + bytes_of(std::uint64_t{end}) +
                         bytes_of(std::uint32_t{1});
    const auto decoy = longer(1, 54);
    const std::uint64_t most = ZipLimits::list_bytes;
    for (const auto& record : {longer(1, most + 1), longer(most, 54), longer(~0ULL, 54)}) {
        auto archive = plain.substr(0, end) + record + locator + plain.substr(end);
        EXPECT_EQ(read_text(archive).refusal, "oversized_workbook") << "the short one is small";
        archive = plain.substr(0, end) + record + decoy + locator + plain.substr(end);
        archive.replace(archive.size() - 10, 4, 4, '\xff');
        EXPECT_EQ(read_text(archive).refusal, "oversized_workbook") << "a decoy stands behind it";
    }
}

TEST(ZippedFiles, AreSurvivedWhereverTheyAreCut) {
    const auto whole = packed({{"a.csv", small_table}, {"b.ods", workbook_of_two_sheets()}});
    for (std::size_t size = 4; size < whole.size(); size += 5)
        EXPECT_EQ(read_text(whole.substr(0, size)).refusal, "damaged_workbook") << size;
}

}  // namespace
}  // namespace tenpoint::formats

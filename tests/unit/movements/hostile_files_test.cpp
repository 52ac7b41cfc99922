// SPDX-License-Identifier: Apache-2.0
//
// Files that are made to take all memory or time, read to their end as an import reads them.
#include <array>
#include <cstdlib>
#include <functional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../formats/read_table.hpp"
#include "../formats/workbook_parts.hpp"
#include "formats/read_ahead.hpp"
#include "read_text.hpp"

namespace tenpoint::movements {
namespace {

using formats::packed;

constexpr unsigned most_seconds = 60;
// Over what the program itself takes.
constexpr long most_kilobytes = 150'000;

// A sanitizer takes time and memory of its own, several times what is measured here.
#if defined(__has_feature)
constexpr bool is_sanitized = __has_feature(address_sanitizer);
#elif defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

// Recognises the file and reads it, and says what became of it.
std::string outcome_of(const std::filesystem::path& file) {
    const auto first = formats::open_table(file);
    if (!first) return first.error().fields.at(0).code;
    auto mapping = recognise(**first).mapping;
    if (!mapping.set.indicator) mapping.set.indicator = Indicator::crossing;
    if (!mapping.set.place) mapping.set.place = "PAN";
    if (!mapping.period) mapping.period = period_from_text("2024");
    const auto table = formats::read_ahead(formats::open_table(file).value());
    SegmentWriter segment([](const EncodedChunk&) {});
    const auto read = read_table(*table, mapping, {}, segment);
    if (!read) return read.error().fields.at(0).code;
    std::string codes;
    for (const auto& [code, count] : read->findings)
        if (code != "one_table_read" && code != "encoding_guessed") codes += code + " ";
    return codes.empty() ? "read" : codes;
}

struct Measured {
    std::string outcome;
    long kilobytes = 0;
};

long peak_of_this_process() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// In a process of its own, which ends when it takes too long. Its memory begins as this one's.
Measured measured(const std::string& bytes) {
    const formats::TemporaryFile file(bytes);
    std::array<int, 2> pipe{};
    EXPECT_EQ(::pipe(pipe.data()), 0);
    const auto child = ::fork();
    if (child == 0) {
        ::alarm(most_seconds);
        const auto before = peak_of_this_process();
        const auto outcome = outcome_of(file.path());
        const auto told = std::to_string(peak_of_this_process() - before) + " " + outcome;
        const auto written = ::write(pipe[1], told.data(), told.size());
        ::_exit(written > 0 ? 0 : 1);
    }
    ::close(pipe[1]);
    std::array<char, 4096> told{};
    const auto size = ::read(pipe[0], told.data(), told.size());
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status)) << "ended by signal " << WTERMSIG(status);
    const std::string text(told.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    const auto space = std::min(text.find(' '), text.size());
    return {text.substr(std::min(space + 1, text.size())), std::atol(text.c_str())};
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

formats::Parts workbook_with(const std::string& part, const std::string& content) {
    auto parts = formats::parts_of_workbook(R"(<row r="1"><c r="A1"><v>1</v></c></row>)");
    parts[part] = content;
    return parts;
}

std::string ods_rows(const std::string& rows) {
    return packed(formats::parts_of_ods_sheet(rows));
}

// A header of two columns and two rows with a figure.
const std::string small_sheet =
    "<table:table-row><table:table-cell><text:p>n</text:p></table:table-cell>"
    "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>"
    R"(<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>1</text:p>)"
    "</table:table-cell></table:table-row>";

struct Hostile {
    const char* name;
    std::function<std::string()> bytes;
    std::string outcome;  // among others
};

class HostileFiles : public testing::TestWithParam<Hostile> {};

TEST_P(HostileFiles, take_bounded_memory_and_time) {
    if (is_sanitized) GTEST_SKIP() << "measured without sanitizers";
    const auto& [name, bytes, outcome] = GetParam();
    const auto read = measured(bytes());
    EXPECT_NE(read.outcome.find(outcome), std::string::npos) << read.outcome;
    EXPECT_LT(read.kilobytes, most_kilobytes);
}

INSTANTIATE_TEST_SUITE_P(
    Movements, HostileFiles,
    testing::Values(
        Hostile{"a_million_columns",
                [] {
                    return "n" + repeated(",a", 1'000'000) + "\n" +
                           repeated("1" + repeated(",x", 1'000'000) + "\n", 3);
                },
                "too_many_columns"},
        Hostile{"as_many_columns_as_there_may_be",
                [] {
                    std::string header = "n";
                    for (int i = 0; i < 16'000; ++i)
                        header += ",c" + std::to_string(i);
                    return header + "\n" + repeated("1" + repeated(",x", 16'000) + "\n", 50);
                },
                "too_many_dimensions"},
        Hostile{"rows_as_long_as_they_may_be",
                [] {
                    return packed(
                        {{"a.csv",
                          "n,x\n" + repeated("1," + repeated("abc,", 4'000'000) + "\n", 8)}});
                },
                "oversized_workbook"},
        Hostile{"cells_of_ten_megabytes",
                [] { return "n,x\n" + repeated("1," + std::string(10U << 20, 'x') + "\n", 20); },
                "cell_too_long"},
        Hostile{"one_quote_that_never_closes",
                [] { return "n,x\n1,\"" + repeated("2,x\n", 10U << 20); }, "unclosed_quote"},
        Hostile{"a_bomb",
                [] {
                    return packed({{"a.csv", std::string(300U << 20, 'x')}});
                },
                "oversized_workbook"},
        Hostile{"a_bomb_in_a_workbook",
                [] {
                    return packed(
                        workbook_with("xl/worksheets/sheet1.xml", std::string(300U << 20, ' ')));
                },
                "oversized_workbook"},
        Hostile{"a_part_that_claims_two_gigabytes",
                [] {
                    auto archive = packed({{"a.csv", "n,x\n1,x\n"}});
                    const std::string size("\x08\x00\x00\x00", 4), claim("\x00\x00\x00\x80", 4);
                    for (auto at = archive.find(size, 18); at != archive.npos && at < 26;
                         at = archive.find(size, at + 1))
                        archive.replace(at, 4, claim);
                    const auto entry = archive.find("PK\x01\x02");
                    return archive.replace(entry + 24, 4, claim);
                },
                "oversized_workbook"},
        Hostile{"styles_without_end",
                [] {
                    std::string formats = "<styleSheet><numFmts>";
                    for (int i = 0; i < 1'000'000; ++i)
                        formats += "<numFmt numFmtId=\"" + std::to_string(i * 97) + "\"/>";
                    return packed(
                        workbook_with("xl/styles.xml", formats + "</numFmts></styleSheet>"));
                },
                "oversized_workbook"},
        Hostile{"sheets_without_end",
                [] {
                    return packed(workbook_with(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"r\"><sheets>" +
                            repeated(R"(<sheet name="Data" sheetId="1" r:id="rId1"/>)", 200'000) +
                            "</sheets></workbook>"));
                },
                "read"},
        Hostile{"entities_within_entities",
                [] {
                    std::string entities = "<!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">";
                    for (int i = 1; i < 30; ++i)
                        entities += "<!ENTITY a" + std::to_string(i) + " \"" +
                                    repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
                    auto parts = formats::parts_of_ods_sheet("");
                    parts["content.xml"] = entities + "]><x>&a29;</x>";
                    return packed(parts);
                },
                "damaged_workbook"},
        Hostile{
            "cells_repeated_without_end",
            [] {
                return ods_rows(
                    "<table:table-row><table:table-cell><text:p>n</text:p></table:table-cell>"
                    "</table:table-row>"
                    R"(<table:table-row table:number-rows-repeated="2"><table:table-cell>)"
                    "<text:p>1</text:p></table:table-cell></table:table-row>"
                    R"(<table:table-row table:number-rows-repeated="1000000">)"
                    R"(<table:table-cell table:number-columns-repeated="16000"><text:p>1</text:p>)"
                    R"(</table:table-cell></table:table-row>)");
            },
            "oversized_sheet"},
        Hostile{"merged_without_end",
                [] {
                    return ods_rows(
                        "<table:table-row>" +
                        repeated(R"(<table:table-cell table:number-rows-spanned="1000000" )"
                                 R"(table:number-columns-spanned="16000"><text:p>n</text:p>)"
                                 R"(</table:table-cell>)",
                                 16'000) +
                        "</table:table-row>" +
                        repeated(R"(<table:table-row table:number-rows-repeated="10">)"
                                 R"(<table:table-cell><text:p>1</text:p></table:table-cell>)"
                                 R"(</table:table-row>)",
                                 100));
                },
                ""},
        Hostile{"one_long_cell_in_all_columns",
                [] {
                    return ods_rows(
                        small_sheet +
                        R"(<table:table-row table:number-rows-repeated="30"><table:table-cell )"
                        R"(table:number-columns-repeated="16384"><text:p>x)"
                        R"(<text:s text:c="1048570"/></text:p></table:table-cell>)"
                        R"(</table:table-row>)");
                },
                "row_too_long"},
        Hostile{"one_long_text_in_all_cells",
                [] {
                    std::string row = R"(<row><c t="s"><v>1</v></c>)";
                    for (int i = 1; i < 16'384; ++i)
                        row += R"(<c t="s"><v>0</v></c>)";
                    const std::string figure = "<row><c><v>1</v></c></row>";
                    auto parts =
                        formats::parts_of_workbook(R"(<row><c t="s"><v>1</v></c></row>)" + figure +
                                                   figure + repeated(row + "</row>", 30));
                    parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(1U << 20, 'x') +
                                                    "</t></si><si><t>n</t></si></sst>";
                    return packed(parts);
                },
                ""},
        Hostile{"one_long_text_in_merged_cells",
                [] {
                    return ods_rows(
                        small_sheet +
                        repeated(R"(<table:table-row><table:table-cell )"
                                 R"(table:number-rows-spanned="1000" )"
                                 R"(table:number-columns-spanned="30"><text:p>x)"
                                 R"(<text:s text:c="1048570"/></text:p></table:table-cell>)"
                                 R"(</table:table-row>)",
                                 30));
                },
                ""},
        Hostile{"spaces_without_end",
                [] {
                    return ods_rows(small_sheet + "<table:table-row><table:table-cell><text:p>" +
                                    repeated(R"(<text:s text:c="1048576"/>)", 500'000) +
                                    "</text:p></table:table-cell></table:table-row>");
                },
                ""},
        Hostile{"merged_cells_over_each_other_in_a_million_rows",
                [] {
                    return ods_rows(
                        small_sheet + "<table:table-row>" +
                        repeated(R"(<table:table-cell table:number-rows-spanned="1100000" )"
                                 R"(table:number-columns-spanned="16000"><text:p>n</text:p>)"
                                 R"(</table:table-cell>)",
                                 500) +
                        R"(</table:table-row><table:table-row )"
                        R"(table:number-rows-repeated="1000000"><table:table-cell>)"
                        R"(<text:p>1</text:p></table:table-cell></table:table-row>)");
                },
                "oversized_sheet"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tenpoint::movements

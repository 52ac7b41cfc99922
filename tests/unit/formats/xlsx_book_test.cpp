// SPDX-License-Identifier: Apache-2.0
#include "formats/xlsx_book.hpp"

#include <gtest/gtest.h>

#include "formats/zip_archive.hpp"
#include "read_table.hpp"

namespace tenpoint::formats {
namespace {

// What a stranger typed is never run by whoever opens the download.
TEST(XlsxBook, WhatLooksLikeAFormulaOrALinkIsWrittenAsText) {
    const std::vector<std::string> texts{"=1+1", "+SUM(A1)", "-2+3",     "@cmd",
                                         "\t=1", "{=1}",     "http://x", "=cmd|'/c calc'!A1"};
    Table table;
    table.columns.push_back({.header = "=HYPERLINK(\"http://x\")"});
    for (const auto& text : texts)
        table.rows.push_back({.cells = {text}});
    XlsxBook book(Language::en, "=title", "author", {});
    book.begin_sheet("=sheet");
    book.add_text(texts[0]);
    book.add_headline({.label = texts[0], .comparison = texts[1], .note = texts[2]});
    book.add_table(table);
    const auto bytes = book.finish();

    const auto read = read_text(bytes);
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < read.rows.size(); ++row)
        for (std::size_t column = 0; column < read.rows[row].size(); ++column) {
            if (read.rows[row][column].empty()) continue;
            EXPECT_EQ(read.kinds[row][column], CellKind::text);
            cells.push_back(read.rows[row][column]);
        }
    std::vector<std::string> expected{texts[0], texts[0], texts[1], texts[2],
                                      "=HYPERLINK(\"http://x\")"};
    expected.insert(expected.end(), texts.begin(), texts.end());
    EXPECT_EQ(cells, expected);
    auto archive = ZipArchive::open(TemporaryFile{bytes}.path());
    EXPECT_FALSE((*archive)->has("xl/worksheets/_rels/sheet1.xml.rels")) << "links";
    EXPECT_EQ((*archive)->text("xl/worksheets/sheet1.xml")->find("<f>"), std::string::npos);
}

}  // namespace
}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "formats/ods_sheet.hpp"
#include "make_workbook.hpp"

namespace tenpoint::formats {
namespace {

ReadTable read_ods_rows(const std::string& rows, const TableOptions& options = {}) {
    return read_workbook(parts_of_ods_sheet(rows), options);
}

std::string cell_of_text(const std::string& text, const std::string& attributes = {}) {
    return R"(<table:table-cell office:value-type="string" )" + attributes + "><text:p>" + text +
           "</text:p></table:table-cell>";
}

std::string cell_of_number(const std::string& value, const std::string& attributes = {}) {
    return R"(<table:table-cell office:value-type="float" office:value=")" + value + "\" " +
           attributes + "><text:p>shown</text:p></table:table-cell>";
}

std::string row_of(const std::string& cells, const std::string& attributes = {}) {
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

struct OdsCell {
    const char* name;
    const char* xml;
    const char* text;
    CellKind kind = CellKind::text;
};

class OdsCells : public testing::TestWithParam<OdsCell> {};

TEST_P(OdsCells, AreDeliveredAsText) {
    const auto read = read_ods_rows(row_of(GetParam().xml + cell_of_number("1")));
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0], (std::vector<std::string>{GetParam().text, "1"}));
    EXPECT_EQ(read.kinds[0][0], GetParam().kind);
}

#define ODS_CELL(attributes, content) \
    "<table:table-cell " attributes ">" content "</table:table-cell>"

INSTANTIATE_TEST_SUITE_P(
    Ods, OdsCells,
    testing::Values(
        OdsCell{"number", ODS_CELL(R"(office:value-type="float" office:value="2410.50")", ""),
                "2410.5", CellKind::number},
        OdsCell{"money",
                ODS_CELL(R"(office:value-type="currency" office:currency="EUR" office:value="12")",
                         "<text:p>12,00 €</text:p>"),
                "12", CellKind::number},
        OdsCell{"percent",
                ODS_CELL(R"(office:value-type="percentage" office:value="0.25")",
                         "<text:p>25%</text:p>"),
                "0.25", CellKind::number},
        OdsCell{"date",
                ODS_CELL(R"(office:value-type="date" office:date-value="2016-01-10")",
                         "<text:p>10/01/16</text:p>"),
                "2016-01-10", CellKind::date},
        OdsCell{"date_at_midnight",
                ODS_CELL(R"(office:value-type="date" office:date-value="2016-01-10T00:00:00.000")",
                         "<text:p>10/01/16</text:p>"),
                "2016-01-10", CellKind::date},
        OdsCell{
            "date_with_time",
            ODS_CELL(R"(office:value-type="date" office:date-value="2016-01-10T12:30:00.5")", ""),
            "2016-01-10T12:30:00", CellKind::date},
        OdsCell{"time",
                ODS_CELL(R"(office:value-type="time" office:time-value="PT12H30M00S")",
                         "<text:p>12:30</text:p>"),
                "12:30"},
        OdsCell{"boolean",
                ODS_CELL(R"(office:value-type="boolean" office:boolean-value="true")",
                         "<text:p>WAHR</text:p>"),
                "true", CellKind::boolean},
        OdsCell{"formula",
                ODS_CELL(R"(table:formula="of:=1+1" office:value-type="float" office:value="2")",
                         "<text:p>2</text:p>"),
                "2", CellKind::number},
        OdsCell{"error",
                ODS_CELL(R"(table:formula="of:=A9" office:value-type="string" )"
                         R"(office:string-value="" calcext:value-type="error")",
                         "<text:p>#N/A</text:p>"),
                "#N/A", CellKind::error},
        OdsCell{"string_value",
                ODS_CELL(R"(office:value-type="string" office:string-value="x")",
                         "<text:p>shown</text:p>"),
                "x"},
        OdsCell{"paragraphs",
                ODS_CELL(R"(office:value-type="string")", "<text:p>a</text:p><text:p>b</text:p>"),
                "a\nb"},
        OdsCell{"white_space",
                ODS_CELL(R"(office:value-type="string")",
                         "<text:p> a \n  b<text:s text:c=\"3\"/>c<text:tab/>d"
                         "<text:line-break/>e</text:p>"),
                "a b   c\td\ne"},
        OdsCell{"spans",
                ODS_CELL(R"(office:value-type="string")",
                         "<text:p><text:span>Si</text:span><text:a>erra</text:a> "
                         "<text:span>Leone &amp; Mali</text:span></text:p>"),
                "Sierra Leone & Mali"},
        OdsCell{"comment",
                ODS_CELL(R"(office:value-type="string")",
                         "<office:annotation><text:p>a <text:span>remark</text:span></text:p>"
                         "</office:annotation><text:p>x</text:p>"),
                "x"},
        OdsCell{"picture",
                ODS_CELL(R"(office:value-type="string")",
                         "<text:p>x<draw:frame><draw:text-box><text:p>y</text:p>"
                         "</draw:text-box></draw:frame></text:p>"),
                "x"},
        OdsCell{"without_type", ODS_CELL("", "<text:p>x</text:p>"), "x"}),
    [](const auto& test) { return test.param.name; });

TEST(Ods, RowsAndCellsComeAsOftenAsTheFileSays) {
    const auto read = read_ods_rows(
        R"(<table:table-column table:number-columns-repeated="16384"/>)" +
        row_of(R"(<table:table-cell table:number-columns-repeated="16384"/>)",
               R"(table:number-rows-repeated="2")") +
        row_of(cell_of_text("a", R"(table:number-columns-repeated="2")") +
                   R"(<table:table-cell table:number-columns-repeated="2"/>)" + cell_of_number("7"),
               R"(table:number-rows-repeated="3")") +
        row_of(cell_of_text("b")) +
        row_of(R"(<table:table-cell table:number-columns-repeated="16384"/>)",
               R"(table:number-rows-repeated="1048570")"));
    EXPECT_EQ(read.rows, (Rows{{},
                               {},
                               {"a", "a", "", "", "7"},
                               {"a", "a", "", "", "7"},
                               {"a", "a", "", "", "7"},
                               {"b"}}));
    EXPECT_EQ(read.numbers, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(read.info.format, "ods");
    EXPECT_EQ(read.info.sheet, "Data");
    EXPECT_EQ(read.progress, 1);
    EXPECT_TRUE(read.findings.empty());
}

TEST(Ods, TheWordsOfAMergedCellStandInAllOfItsCells) {
    const auto read = read_ods_rows(
        row_of(cell_of_text("Month", R"(table:number-rows-spanned="2")") +
               cell_of_text("Adults", R"(table:number-columns-spanned="2")") +
               "<table:covered-table-cell/>" +
               cell_of_number("5", R"(table:number-columns-spanned="2")")) +
        row_of("<table:covered-table-cell/>" + cell_of_text("Men") + cell_of_text("Women")));
    EXPECT_EQ(read.rows, (Rows{{"Month", "Adults", "Adults", "5"}, {"Month", "Men", "Women"}}));
}

TEST(Ods, WhatAMergedCellCoversIsNotRead) {
    const auto read = read_ods_rows(
        row_of(cell_of_text("Panama", R"(table:number-columns-spanned="2")") +
               R"(<table:covered-table-cell office:value-type="string"><text:p>old</text:p>)"
               "</table:covered-table-cell>" +
               cell_of_number("5", R"(table:number-rows-spanned="2")")) +
        row_of(cell_of_text("Chile") + cell_of_text("b") +
               R"(<table:covered-table-cell office:value-type="float" office:value="7">)"
               "<text:p>7</text:p></table:covered-table-cell>"));
    EXPECT_EQ(read.rows, (Rows{{"Panama", "Panama", "5"}, {"Chile", "b"}}));
}

TEST(Ods, OfMergedCellsThatOverlapTheFirstCounts) {
    const auto read = read_ods_rows(
        row_of(
            cell_of_text("a", R"(table:number-columns-spanned="2" table:number-rows-spanned="2")") +
            cell_of_text("b",
                         R"(table:number-columns-spanned="3" table:number-rows-spanned="2")")) +
        row_of("<table:table-cell/><table:table-cell/><table:table-cell/>" + cell_of_number("7")));
    EXPECT_EQ(read.rows, (Rows{{"a", "b"}, {"a", "a", "", "7"}}));
}

// The sheet would hold more text than all that a partner ever wrote.
TEST(Ods, TextThatIsRepeatedBeyondAllBoundsIsStopped) {
    const auto read = read_ods_rows(row_of(cell_of_text("a")) +
                                    row_of(cell_of_text(R"(x<text:s text:c="1048570"/>)",
                                                        R"(table:number-columns-repeated="1000")"),
                                           R"(table:number-rows-repeated="2")"));
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"row_too_long@2", "row_too_long@3"}));
    ASSERT_EQ(read.rows.size(), 3U);
    std::size_t bytes = 0;
    for (const auto& text : read.rows[1])
        bytes += text.size();
    EXPECT_LE(bytes, TableLimits::row_bytes);
}

TEST(Ods, HiddenRowsAndColumnsAreReadAndReported) {
    const auto read = read_ods_rows(
        R"(<table:table-column/><table:table-column table:visibility="collapse" )"
        R"(table:number-columns-repeated="2"/>)" +
        row_of(cell_of_text("a") + cell_of_text("b")) +
        row_of(cell_of_text("c"), R"(table:visibility="filter" table:number-rows-repeated="2")"));
    EXPECT_EQ(read.rows, (Rows{{"a", "b"}, {"c"}, {"c"}}));
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"hidden_rows@0", "hidden_columns@0"}));
    EXPECT_EQ(read.findings[0].text, "2");
    EXPECT_EQ(read.findings[1].text, "B");
}

std::string table_of(const std::string& name, const std::string& rows,
                     const std::string& attributes = {}) {
    return "<table:table table:name=\"" + name + "\" " + attributes + ">" + rows + "</table:table>";
}

TEST(Ods, TheLikeliestSheetIsChosenAndOthersAreReadByName) {
    const auto row = row_of(cell_of_text("x") + cell_of_text("y"));
    const auto parts = parts_of_spreadsheet(
        "<table:tracked-changes><table:table-cell><text:p>old</text:p></table:table-cell>"
        "</table:tracked-changes>" +
        table_of("READ ME", row + row + row + row) +
        table_of("Old", row + row + row, R"(table:style-name="ta2")") +
        table_of("Data",
                 R"(<table:shapes><draw:frame><text:p>z</text:p></draw:frame></table:shapes>)" +
                     row + row) +
        table_of("More", row));
    const auto read = read_workbook(parts);
    EXPECT_EQ(read.info.sheets, (std::vector<std::string>{"READ ME", "Old", "Data", "More"}));
    EXPECT_EQ(read.info.sheet, "Data");
    EXPECT_EQ(read.rows, (Rows{{"x", "y"}, {"x", "y"}}));
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"one_table_read@0", "alike_sheets@0"}));
    EXPECT_EQ(read_workbook(parts, {.sheet = "*", .delimiter = {}}).rows,
              (Rows{{"x", "y", "Sheet"}, {"x", "y", "Data"}}))
        << "the header stands once";
    EXPECT_EQ(read_workbook(parts, {.sheet = "more", .delimiter = {}}).rows, (Rows{{"x", "y"}}));
    EXPECT_EQ(read_workbook(parts, {.sheet = "Else", .delimiter = {}}).refusal, "unknown_sheet");
}

TEST(Ods, SheetsThatAreReadAsOneAreReadInOneRun) {
    const auto sheet = [](const std::string& name, const std::string& figure) {
        return table_of(name, row_of(cell_of_text("Country") + cell_of_text("People")) +
                                  row_of(cell_of_text("Mali") + cell_of_text(figure)));
    };
    const auto parts =
        parts_of_spreadsheet(sheet("January", "3") + table_of("Codes", row_of(cell_of_text("x"))) +
                             sheet("February", "5") + sheet("March", "9"));
    const auto read = read_workbook(parts);
    EXPECT_EQ(read.rows, (Rows{{"Country", "People", "Sheet"},
                               {"Mali", "3", "January"},
                               {"Mali", "5", "February"},
                               {"Mali", "9", "March"}}));
    EXPECT_EQ(read.numbers, (std::vector<std::int64_t>{1, 2, 4, 6}));

    const TemporaryFile file{packed(parts)};
    const std::shared_ptr<const ZipArchive> archive = ZipArchive::open(file.path()).value();
    OdsSheet one(archive, archive->part("content.xml").value(), 0, {});
    EXPECT_FALSE(one.go_on_to(2)) << "it is not read to its end";
    std::vector<Cell> cells;
    const auto rows_to_its_end = [&] {
        int rows = 0;
        while (one.next(cells))
            ++rows;
        return rows;
    };
    EXPECT_EQ(rows_to_its_end(), 2);
    EXPECT_TRUE(one.go_on_to(2));
    EXPECT_EQ(rows_to_its_end(), 2);
    EXPECT_EQ(one.row_number(), 2);
    EXPECT_FALSE(one.go_on_to(1)) << "it lies behind";
    EXPECT_TRUE(one.go_on_to(3));
    EXPECT_EQ(rows_to_its_end(), 2);
}

TEST(Ods, IsRefusedWithItsReason) {
    auto parts = parts_of_ods_sheet("");
    EXPECT_TRUE(read_workbook(parts).rows.empty());
    parts["META-INF/manifest.xml"] = "<manifest:file-entry><manifest:encryption-data/>";
    EXPECT_EQ(read_workbook(parts).refusal, "encrypted_workbook");
    parts = parts_of_spreadsheet("");
    EXPECT_EQ(read_workbook(parts).refusal, "damaged_workbook");
    parts.erase("content.xml");
    EXPECT_EQ(read_workbook(parts).refusal, "damaged_workbook");
    parts["mimetype"] = "application/vnd.oasis.opendocument.text";
    EXPECT_EQ(read_workbook(parts).refusal, "not_a_table");
}

TEST(Ods, ASheetThatBreaksOffGivesWhatCameBefore) {
    auto parts = parts_of_ods_sheet("");
    auto& content = parts["content.xml"];
    content.resize(content.find("</table:table>"));
    content += row_of(cell_of_text("a")) + "<table:table-row>" + cell_of_text("b");
    const auto read = read_workbook(parts);
    EXPECT_EQ(read.rows, (Rows{{"a"}}));
    EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"damaged_file@2"}));
}

// A kilobyte that says it is seventeen thousand million cells.
TEST(Ods, WhatIsRepeatedBeyondAllBoundsIsStopped) {
    const auto wide = row_of(cell_of_text("x", R"(table:number-columns-repeated="16384")"),
                             R"(table:number-rows-repeated="1048576")");
    const auto read = read_ods_rows(row_of(cell_of_text("a")) + wide);
    EXPECT_EQ(read.rows, (Rows{{"a"}}));
    EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"damaged_file@1048577"}));
    const auto many =
        read_ods_rows(row_of(cell_of_text("a")) +
                      row_of(cell_of_text("x", R"(table:number-columns-repeated="16384")"),
                             R"(table:number-rows-repeated="1000000")"));
    EXPECT_EQ(many.rows, (Rows{{"a"}}));
    EXPECT_EQ(codes_of(many.findings), (std::vector<std::string>{"oversized_sheet@2"}));
    const auto wider = read_ods_rows(
        row_of(cell_of_text("x", R"(table:number-columns-repeated="99999999999999999999999")")));
    EXPECT_EQ(wider.rows.at(0).size(), TableLimits::columns);
    EXPECT_EQ(codes_of(wider.findings), (std::vector<std::string>{"too_many_columns@1"}));
    const auto spaces = read_ods_rows(row_of(cell_of_text(R"(x<text:s text:c="4000000000"/>)")));
    EXPECT_EQ(spaces.rows.at(0).at(0).size(), TableLimits::cell_bytes);
}

RC_GTEST_PROP(Ods, AnyContentIsSurvived, ()) {
    const auto piece = rc::gen::element<std::string>(
        "<table:table-row>", "</table:table-row>", "<table:table-cell>", "</table:table-cell>",
        R"(<table:table-cell office:value-type="float" office:value="1"/>)", "<text:p>",
        "</text:p>", "x", "<text:s/>", "<table:table>", "</table:table>", "<office:annotation>",
        "</office:annotation>", "<table:covered-table-cell/>",
        R"(<table:table-cell table:number-rows-spanned="3" table:number-columns-spanned="2">)");
    std::string rows;
    for (const auto& one : *rc::gen::container<std::vector<std::string>>(piece))
        rows += one;
    read_ods_rows(rows);
}

}  // namespace
}  // namespace tenpoint::formats

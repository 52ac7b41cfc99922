// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <xlsxwriter.h>

#include "formats/sheet_likeness.hpp"
#include "make_workbook.hpp"

namespace tenpoint::formats {
namespace {

struct WrittenCell {
    const char* name;
    const char* xml;  // the cell at A1
    const char* text;
    CellKind kind = CellKind::text;
};

class SheetCells : public testing::TestWithParam<WrittenCell> {};

TEST_P(SheetCells, AreDeliveredAsText) {
    const auto read = read_rows(std::string{R"(<row r="1">)"} + GetParam().xml +
                                R"(<c r="B1"><v>1</v></c></row>)");
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0], (std::vector<std::string>{GetParam().text, "1"}));
    EXPECT_EQ(read.kinds[0][0], GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    Xlsx, SheetCells,
    testing::Values(
        WrittenCell{"whole", R"(<c r="A1"><v>2410</v></c>)", "2410", CellKind::number},
        WrittenCell{"decimal", R"(<c r="A1"><v>51.185221361104599</v></c>)", "51.1852213611046",
                    CellKind::number},
        WrittenCell{"point_zero", R"(<c r="A1" t="n"><v>12.0</v></c>)", "12", CellKind::number},
        WrittenCell{"negative", R"(<c r="A1"><v>-3.50</v></c>)", "-3.5", CellKind::number},
        WrittenCell{"minus_zero", R"(<c r="A1"><v>-0</v></c>)", "0", CellKind::number},
        WrittenCell{"large", R"(<c r="A1"><v>1.2E+5</v></c>)", "120000", CellKind::number},
        WrittenCell{"small", R"(<c r="A1"><v>1E-5</v></c>)", "0.00001", CellKind::number},
        WrittenCell{"sixteen_digits", R"(<c r="A1"><v>1234567890123456</v></c>)",
                    "1234567890123456", CellKind::number},
        WrittenCell{"no_number", R"(<c r="A1"><v>x1</v></c>)", "x1"},
        WrittenCell{"date", R"(<c r="A1" s="1"><v>42379</v></c>)", "2016-01-10", CellKind::date},
        WrittenCell{"date_by_own_format", R"(<c r="A1" s="2"><v>42379</v></c>)", "2016-01-10",
                    CellKind::date},
        WrittenCell{"date_with_time", R"(<c r="A1" s="4"><v>42379.520833333336</v></c>)",
                    "2016-01-10T12:30:00", CellKind::date},
        WrittenCell{"date_just_before_midnight", R"(<c r="A1" s="4"><v>42378.999999999</v></c>)",
                    "2016-01-10", CellKind::date},
        WrittenCell{"day_that_never_was", R"(<c r="A1" s="1"><v>60</v></c>)", "60",
                    CellKind::number},
        WrittenCell{"no_day", R"(<c r="A1" s="1"><v>-1</v></c>)", "-1", CellKind::number},
        WrittenCell{"beyond_the_calendar", R"(<c r="A1" s="1"><v>1E+300</v></c>)", "1e+300",
                    CellKind::number},
        WrittenCell{"days_counted", R"(<c r="A1" s="3"><v>3</v></c>)", "3", CellKind::number},
        WrittenCell{"unknown_style", R"(<c r="A1" s="99"><v>42379</v></c>)", "42379",
                    CellKind::number},
        WrittenCell{"iso_date", R"(<c r="A1" t="d"><v>2016-01-10</v></c>)", "2016-01-10",
                    CellKind::date},
        WrittenCell{"shared", R"(<c r="A1" t="s"><v>0</v></c>)", "plain"},
        WrittenCell{"shared_rich", R"(<c r="A1" t="s"><v>1</v></c>)", "rich "},
        WrittenCell{"shared_escapes", R"(<c r="A1" t="s"><v>2</v></c>)", "a\rbcéd_xZZZZ_"},
        WrittenCell{"shared_empty", R"(<c r="A1" t="s"><v>3</v></c>)", ""},
        WrittenCell{"shared_beyond", R"(<c r="A1" t="s"><v>4</v></c>)", ""},
        WrittenCell{"shared_no_number", R"(<c r="A1" t="s"><v>x</v></c>)", ""},
        WrittenCell{"inline", R"(<c r="A1" t="inlineStr"><is><t>in &amp; line</t></is></c>)",
                    "in & line"},
        WrittenCell{"inline_rich",
                    R"(<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>)", "ab"},
        WrittenCell{"formula_text", R"(<c r="A1" t="str"><f>A2&amp;"x"</f><v>yx</v></c>)", "yx"},
        WrittenCell{"formula_number", R"(<c r="A1"><f>1+1</f><v>2</v></c>)", "2", CellKind::number},
        WrittenCell{"boolean", R"(<c r="A1" t="b"><v>1</v></c>)", "true", CellKind::boolean},
        WrittenCell{"boolean_false", R"(<c r="A1" t="b"><v>0</v></c>)", "false", CellKind::boolean},
        WrittenCell{"error", R"(<c r="A1" t="e"><v>#N/A</v></c>)", "#N/A", CellKind::error},
        WrittenCell{"only_a_style", R"(<c r="A1" s="1"/>)", ""}),
    [](const auto& test) { return test.param.name; });

TEST(Xlsx, CellsAndRowsStandWhereTheSheetPutsThem) {
    const auto read = read_rows(
        R"(<row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c><c r="E2" s="1"/></row>)"
        R"(<row r="3"><c r="A3" s="1"/></row>)"
        R"(<row r="5"><c><v>3</v></c><c><v>4</v></c></row>)"
        R"(<row><c><v>5</v></c></row>)"
        R"(<row r="1000000"><c r="A1000000" s="1"/></row>)");
    EXPECT_EQ(read.rows, (Rows{{}, {"", "1", "", "2"}, {}, {}, {"3", "4"}, {"5"}}));
    EXPECT_EQ(read.numbers, (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(read.info.format, "xlsx");
    EXPECT_EQ(read.info.sheet, "Data");
    EXPECT_EQ(read.progress, 1);
    EXPECT_TRUE(read.findings.empty());
}

TEST(Xlsx, TheOtherDateSystemIsHonoured) {
    auto parts = parts_of_workbook(R"(<row r="1"><c r="A1" s="1"><v>40917</v></c></row>)");
    auto& workbook = parts["xl/workbook.xml"];
    workbook.insert(workbook.find("<sheets>"), R"(<workbookPr date1904="1"/>)");
    EXPECT_EQ(read_workbook(parts).rows, (Rows{{"2016-01-10"}}));
}

TEST(Xlsx, PrefixedElementsAreRead) {
    auto parts = parts_of_workbook("");
    parts["xl/worksheets/sheet1.xml"] =
        R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>)"
        R"(</x:sheetData></x:worksheet>)";
    EXPECT_EQ(read_workbook(parts).rows, (Rows{{"7"}}));
}

// What stands in the sheet in front of and behind its rows.
ReadTable read_sheet(const std::string& in_front, const std::string& rows,
                     const std::string& behind) {
    auto parts = parts_of_workbook("");
    parts["xl/worksheets/sheet1.xml"] = R"(<worksheet xmlns="m">)" + in_front + "<sheetData>" +
                                        rows + "</sheetData>" + behind + "</worksheet>";
    return read_workbook(parts);
}

TEST(Xlsx, HiddenRowsAndColumnsAreReadAndReported) {
    const auto read = read_sheet(
        R"(<cols><col min="2" max="3" hidden="1"/><col min="30" max="16384" hidden="1"/></cols>)",
        R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="AD1" s="1"/></row>)"
        R"(<row r="2" hidden="1"><c r="C2"><v>3</v></c></row><row r="3" hidden="1"/>)",
        "");
    EXPECT_EQ(read.rows, (Rows{{"1", "2"}, {"", "", "3"}}));
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"hidden_rows@0", "hidden_columns@0"}));
    EXPECT_EQ(read.findings[0].text, "1");
    EXPECT_EQ(read.findings[1].text, "B, C");
}

TEST(Xlsx, TheWordsOfAMergedCellStandInAllOfItsCells) {
    const auto read = read_sheet(
        "",
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>)"
        R"(<row r="2"><c r="B2" s="1"><v>42379</v></c><c r="D2"><v>5</v></c></row>)"
        R"(<row r="3"><c r="C3"><v>7</v></c></row><row r="5"><c r="C5"><v>8</v></c></row>)",
        R"(<mergeCells count="5"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/>)"
        R"(<mergeCell ref="B2:B3"/><mergeCell ref="D2:E3"/><mergeCell ref="A9:A1"/></mergeCells>)");
    EXPECT_EQ(read.rows, (Rows{{"plain", "rich ", "rich "},
                               {"plain", "2016-01-10", "", "5"},
                               {"", "2016-01-10", "7"},
                               {},
                               {"", "", "8"}}));
    EXPECT_EQ(read.kinds[2][1], CellKind::date);
}

TEST(Xlsx, MergedCellsAreFoundWhereverThePiecesOfTheSheetMeet) {
    const std::string row = R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)";
    for (std::size_t shift = 0; shift < 80; ++shift) {
        const auto filler = std::string((256U << 10) - row.size() - 80 - shift, ' ');
        const auto read =
            read_sheet("", row, filler + R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)");
        ASSERT_EQ(read.rows, (Rows{{"plain", "plain"}})) << shift;
    }
}

TEST(Xlsx, WhatCannotBeReadIsReported) {
    const auto read = read_rows(
        R"(<row r="1"><c r="A1"><f>B9</f></c><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>)"
        R"(<row r="2"><c r="XFE2"><v>9</v></c><c r="ZZZZZZZZZZ2"><v>9</v></c></row>)");
    EXPECT_EQ(read.rows.at(0), (std::vector<std::string>{"", "1"}));
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"formula_without_result@1", "misplaced_cell@1",
                                        "too_many_columns@2", "too_many_columns@2"}));
}

TEST(Xlsx, ALongCellIsCut) {
    const std::string text(10U << 20, 'x');
    const auto read = read_rows(R"(<row r="1"><c r="A1" t="str"><v>)" + text +
                                R"(</v></c><c r="B1"><v>1</v></c></row>)");
    ASSERT_EQ(read.rows.size(), 1U);
    EXPECT_EQ(read.rows[0][0].size(), TableLimits::cell_bytes);
    EXPECT_EQ(read.rows[0][1], "1");
    EXPECT_EQ(codes_of(read.findings), (std::vector<std::string>{"cell_too_long@1"}));
}

struct SheetOf {
    const char* name;
    std::vector<std::vector<const char*>> rows;
    bool hidden = false;
};

// A workbook as a spreadsheet program writes it.
ReadTable read_sheets(const std::vector<SheetOf>& sheets, const TableOptions& options = {}) {
    const TemporaryFile file;
    auto* workbook = workbook_new(file.path().c_str());
    for (const auto& [name, rows, hidden] : sheets) {
        auto* sheet = workbook_add_worksheet(workbook, name);
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t column = 0; column < rows[row].size(); ++column)
                worksheet_write_string(sheet, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(column), rows[row][column], nullptr);
        if (hidden) worksheet_hide(sheet);
    }
    EXPECT_EQ(workbook_close(workbook), LXW_NO_ERROR);
    return read_table(file.path(), options);
}

const SheetOf notes{"READ ME",
                    {{"Title", "Figures"}, {"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}};
const SheetOf data{"Data", {{"Country", "People"}, {"Mali", "3"}, {"Niger", "5"}}};
const SheetOf more{"More", {{"Country", "People"}, {"Mali", "3"}, {"Niger", "5"}, {"Chad", "1"}}};
const SheetOf tagged{"Tagged", {{"Country", "People"}, {"#country", "#affected"}}};
const SheetOf concealed{"Old", more.rows, true};

TEST(Xlsx, TheLikeliestSheetIsChosen) {
    const auto chosen = [](const std::vector<SheetOf>& sheets) {
        const auto read = read_sheets(sheets);
        EXPECT_EQ(read.findings.empty(), sheets.size() == 1);
        if (sheets.size() > 1) {
            EXPECT_EQ(codes_of(read.findings).front(), "one_table_read@0");
        }
        return read.info.sheet;
    };
    EXPECT_EQ(chosen({notes}), "READ ME");
    EXPECT_EQ(chosen({notes, data}), "Data");
    EXPECT_EQ(chosen({data, more}), "More");
    EXPECT_EQ(chosen({more, data}), "More");
    EXPECT_EQ(chosen({notes, more, tagged}), "Tagged");
    EXPECT_EQ(chosen({data, concealed}), "Data");
    EXPECT_EQ(chosen({data, data.rows.empty() ? data : SheetOf{"Same", data.rows}}), "Data");
}

TEST(Xlsx, ASheetIsReadByItsName) {
    const auto read = read_sheets({notes, data, more}, {.sheet = "data", .delimiter = {}});
    EXPECT_EQ(read.info.sheets, (std::vector<std::string>{"READ ME", "Data", "More"}));
    EXPECT_EQ(read.info.sheet, "Data");
    EXPECT_EQ(read.rows.size(), 3U);
    EXPECT_TRUE(read.findings.empty());
    EXPECT_EQ(read_sheets({data}, {.sheet = "Other", .delimiter = {}}).refusal, "unknown_sheet");
}

const SheetOf january{"Arrivals Jan",
                      {{"Ministry"}, {"Country", "People"}, {"Mali", "3"}, {"Source: police"}}};
const SheetOf february{"Arrivals Feb", {{"Country", "People"}, {"Mali", "4"}, {}, {"Chad", "1"}}};
const SheetOf summary{"Summary", {{"Country", "People"}, {"Mali", "7"}, {"Chad", "1"}, {"x", "y"}}};
const SheetOf stay{"Camps", {{"Camp", "Capacity"}, {"North", "70"}, {"South", "9"}, {"West", "1"}}};
const TableOptions as_one{.sheet = std::string{alike_sheets}, .delimiter = {}};

TEST(Xlsx, SheetsOfMonthsAreReadAsOneTable) {
    const auto read = read_sheets({notes, january, february, summary, stay});
    EXPECT_EQ(read.info.sheet, alike_sheets);
    EXPECT_EQ(read.info.alike, (std::vector<std::string>{"Arrivals Jan", "Arrivals Feb"}));
    EXPECT_EQ(read.rows, (Rows{{"Country", "People", "Sheet"},
                               {"Mali", "3", "Jan"},
                               {"Source: police"},
                               {"Mali", "4", "Feb"},
                               {},
                               {"Chad", "1", "Feb"}}));
    EXPECT_EQ(read.kinds[1],
              (std::vector<CellKind>{CellKind::text, CellKind::text, CellKind::sheet}));
    EXPECT_EQ(read.numbers, (std::vector<std::int64_t>{2, 3, 4, 6, 7, 8}))
        << "as if the second sheet stood below the first";
    EXPECT_EQ(codes_of(read.findings),
              (std::vector<std::string>{"sheets_left_out@0", "sheet_begins@1", "sheet_begins@5"}));
    EXPECT_EQ(read.findings[0].text, "Summary, Camps");
    EXPECT_DOUBLE_EQ(read.progress, 1.0);
}

TEST(Xlsx, AlikeSheetsOfPlacesAreReadAsOneWhereThatIsAsked) {
    const auto one = read_sheets({data, more});
    EXPECT_EQ(one.info.sheet, "More");
    EXPECT_EQ(codes_of(one.findings),
              (std::vector<std::string>{"one_table_read@0", "alike_sheets@0"}));
    EXPECT_EQ(one.findings[0].expected, "Data");
    EXPECT_EQ(one.findings[1].text, "Data, More");
    EXPECT_EQ(one.info.alike_as_one, alike_sheets);
    const auto all = read_sheets({data, more}, as_one);
    EXPECT_EQ(all.rows.size(), 6U);
    EXPECT_EQ(all.rows[1], (std::vector<std::string>{"Mali", "3", "Data"}));
    EXPECT_EQ(read_sheets({notes, data}, as_one).info.sheet, "Data") << "there is no other like it";
    EXPECT_TRUE(read_sheets({data, more}, {.sheet = "Data", .delimiter = {}}).info.alike.empty());
    EXPECT_EQ(read_sheets({data, more}, {.sheet = "Data", .delimiter = {}, .survey = true})
                  .info.alike.size(),
              2U);
}

TEST(Xlsx, ASheetThatAddsUpTheOthersIsNoneOfThem) {
    SheetForm north, south, both, copy;
    const auto learn = [](SheetForm& form, const char* mali, const char* chad) {
        form.learn(1, std::vector<Cell>{{"Country"}, {"Year"}, {"People"}});
        form.learn(2, std::vector<Cell>{{"Mali"}, {"2024"}, {mali}});
        form.learn(3, std::vector<Cell>{{"Chad"}, {"2024"}, {chad}});
    };
    learn(north, "3", "10");
    learn(south, "4", "20");
    learn(both, "7", "30");
    learn(copy, "3", "10");
    const auto members = [](std::vector<SheetForm> forms) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < forms.size(); ++i)
            names.push_back(std::string(1, static_cast<char>('A' + i)));
        std::string found;
        const auto alike = sheets_like(0, names, forms, std::vector<bool>(forms.size(), true));
        if (alike)
            for (const auto& member : alike->members)
                found += names[member.sheet];
        return found;
    };
    EXPECT_EQ(members({both, north, south}), "BC");
    EXPECT_EQ(members({north, south, copy}), "ABC");
    EXPECT_EQ(members({north, copy}), "AB") << "of two none is the sum of the other";
    EXPECT_EQ(members({north}), "");
}

SheetForm form_of_sum(std::string_view people) {
    SheetForm form;
    form.learn(1, std::vector<Cell>{{"Country"}, {"People"}});
    form.learn(2, std::vector<Cell>{{"Mali"}, {people}});
    return form;
}

AlikeSheets alike_sheets_of(const std::vector<std::string>& names,
                            const std::vector<SheetForm>& forms) {
    return sheets_like(0, names, forms, std::vector<bool>(forms.size(), true)).value();
}

TEST(Xlsx, ATotalIsTakenOutOnlyWhereThatIsSure) {
    const auto none = form_of_sum(""), three = form_of_sum("3"), four = form_of_sum("4"),
               seven = form_of_sum("7");
    const auto year = alike_sheets_of({"Jan", "Feb", "2024"}, {three, four, seven});
    EXPECT_EQ(year.total, 2U);
    EXPECT_EQ(year.members.size(), 2U);
    EXPECT_TRUE(year.are_surely_one());

    const auto templates =
        alike_sheets_of({"Jan", "Feb", "Mar", "2024"}, {three, none, none, three});
    EXPECT_EQ(templates.total, std::nullopt) << "January is no total of empty sheets and a year";
    EXPECT_EQ(templates.members.size(), 4U);
    EXPECT_EQ(templates.may_be_totals, (std::vector<std::size_t>{0, 3}));
    EXPECT_FALSE(templates.are_surely_one());

    const auto chance = alike_sheets_of({"Jan", "Feb", "Mar"}, {three, four, seven});
    EXPECT_EQ(chance.members.size(), 3U) << "a month is no sum of months";
    EXPECT_EQ(chance.may_be_totals, std::vector<std::size_t>{2});
    EXPECT_TRUE(chance.are_surely_one());

    auto large = four;
    large.is_cut();
    const auto unknown = alike_sheets_of({"Jan", "Feb", "Mar"}, {three, large, seven});
    EXPECT_EQ(unknown.members.size(), 3U);
    EXPECT_FALSE(unknown.sums_known);
    EXPECT_FALSE(unknown.are_surely_one());
    EXPECT_FALSE(alike_sheets_of({"Jan", "2024"}, {three, four}).are_surely_one())
        << "of two kinds of time one may hold the other";
}

TEST(Xlsx, SheetsThatAreNotSurelyOneTableAreReadSoWhereThatIsAsked) {
    const std::vector<const char*> header{"Country", "People"};
    const std::vector<SheetOf> sheets{{"Jan", {header, {"Mali", "3"}, {"Chad", "4"}}},
                                      {"Feb", {header}},
                                      {"2024", {header, {"Mali", "3"}, {"Chad", "4"}}}};
    const auto one = read_sheets(sheets);
    EXPECT_EQ(one.info.sheet, "Jan");
    EXPECT_EQ(codes_of(one.findings),
              (std::vector<std::string>{"one_table_read@0", "alike_sheets@0"}));
    EXPECT_EQ(one.info.alike_as_one, alike_sheets);
    const auto all = read_sheets(sheets, as_one);
    EXPECT_EQ(all.rows.size(), 5U);
    EXPECT_EQ(codes_of(all.findings).front(), "sheet_may_be_total@0");
    EXPECT_EQ(all.findings.front().text, "Jan, 2024");
}

TEST(Xlsx, OfSheetsTooLargeToAddUpThatIsSaid) {
    const std::vector<const char*> header{"Country", "People"};
    SheetOf large{"Jan", {header}};
    for (int i = 0; i < 15'000; ++i)
        large.rows.push_back({"Mali", "3"});
    auto february = large;
    february.name = "Feb";
    const auto one = read_sheets({large, february});
    EXPECT_NE(one.info.sheet, alike_sheets);
    EXPECT_EQ(codes_of(one.findings).back(), "alike_sheets@0");
    const auto all = read_sheets({large, february}, as_one);
    EXPECT_EQ(all.rows.size(), 30'001U);
    EXPECT_EQ(codes_of(all.findings).front(), "sheet_sums_unknown@0");
}

TEST(Xlsx, APartnersRealWorkbookIsRead) {
    const auto read = read_table(
        TENPOINT_SOURCE "/examples/mediterranean/data/balkans_route_arrivals_2015_2016.xlsx");
    EXPECT_EQ(read.info.sheet, "arrivals");
    EXPECT_EQ(read.info.sheets.size(), 7U);
    ASSERT_EQ(read.rows.size(), 103U);
    EXPECT_EQ(read.rows[0][1], "#affected+arrivegreekislands");
    EXPECT_EQ(read.rows[1][0], "2016-01-10");
    EXPECT_EQ(read.kinds[1][0], CellKind::date);
    EXPECT_EQ(read.rows[1][1], "2410");
    EXPECT_EQ(read.rows[1].size(), 40U);
}

}  // namespace
}  // namespace tenpoint::formats

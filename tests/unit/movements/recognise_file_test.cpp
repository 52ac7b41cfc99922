// SPDX-License-Identifier: Apache-2.0
#include "../formats/read_table.hpp"
#include "../formats/workbook_parts.hpp"
#include "desks/movements/importing.hpp"

namespace tenpoint::movements {
namespace {

const formats::TemporaryFile& two_months() {
    static const formats::TemporaryFile file(
        formats::packed({{"april.csv", "t,n\n2024-04,1\n"}, {"may.csv", "t,n\n2024-05,1\n"}}));
    return file;
}

TEST(RecogniseFile, a_sheet_that_was_remembered_is_read_where_it_is_there) {
    Mapping remembered;
    remembered.sheet = "may.csv";
    const auto found = recognise_file(two_months().path(), {}, remembered).value();
    EXPECT_EQ(found.info.sheet, "may.csv");
    EXPECT_EQ(found.recognition.mapping.sheet, "may.csv");
}

// Next month's file has next month's name.
TEST(RecogniseFile, a_sheet_that_was_remembered_and_is_gone_is_forgotten) {
    Mapping remembered;
    remembered.sheet = "march.csv";
    const auto found = recognise_file(two_months().path(), {}, remembered).value();
    EXPECT_EQ(found.info.sheet, "april.csv");
    EXPECT_EQ(found.recognition.mapping.sheet, "");
}

TEST(RecogniseFile, a_sheet_that_is_asked_for_must_be_there) {
    const auto found = recognise_file(two_months().path(), {"march.csv", {}}, {});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().fields.at(0).code, "unknown_sheet");
    EXPECT_EQ(recognise_file(two_months().path(), {"May.csv", {}}, {})->info.sheet, "may.csv");
}

TEST(RecogniseFile, a_sheet_that_is_damaged_from_its_start_is_refused) {
    auto parts = formats::parts_of_workbook({});
    parts["xl/worksheets/sheet1.xml"] =
        R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">]><worksheet><sheetData>)"
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c></row></sheetData>)"
        "</worksheet>";
    const formats::TemporaryFile file(formats::packed(parts));
    const auto found = recognise_file(file.path(), {}, {});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().fields.at(0).code, "damaged_workbook");
}

// A workbook with a sheet of this header for each name.
std::string workbook_of(const std::vector<std::string>& names) {
    const auto text = [](const char* word) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + std::string{word} +
               "</text:p></table:table-cell>";
    };
    const auto row = [](const std::string& cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    };
    std::string tables;
    for (const auto& name : names)
        tables += "<table:table table:name=\"" + name + "\">" +
                  row(text("Nationality") + text("Arrivals")) + row(text("VEN") + text("5")) +
                  row(text("COL") + text("7")) + "</table:table>";
    return formats::packed(formats::parts_of_spreadsheet(tables));
}

TEST(RecogniseFile, sheets_of_months_are_one_table_of_the_year_that_the_file_names) {
    const formats::TemporaryFile file(workbook_of({"Enero", "Febrero", "Resumen"}));
    const auto found = recognise_file(file.path(), {}, {}, "llegadas_2024.ods").value();
    EXPECT_EQ(found.info.sheet, formats::alike_sheets);
    EXPECT_EQ(found.recognition.columns.at(2).field, Field::month);
    EXPECT_EQ(found.recognition.findings.size(), 1U) << "only the place is missing";
    EXPECT_EQ(found.recognition.findings.at(0).code, "no_place");
}

TEST(RecogniseFile, tells_which_sheets_can_be_read_as_one) {
    const formats::TemporaryFile file(workbook_of({"Norte", "Sur"}));
    const auto one = recognise_file(file.path(), {"Sur", {}}, {}).value();
    EXPECT_EQ(one.info.sheet, "Sur");
    EXPECT_EQ(one.info.alike, (std::vector<std::string>{"Norte", "Sur"}));
    const auto both = recognise_file(file.path(), {one.info.alike_as_one, {}}, {}).value();
    EXPECT_EQ(both.recognition.columns.at(2).field, Field::place);
    EXPECT_EQ(both.recognition.mapping.sheet, formats::alike_sheets);
}

}  // namespace
}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>

#include <zip.h>

namespace tenpoint::formats {

using Parts = std::map<std::string, std::string>;

// The smallest workbook: one sheet "Data", with what stands in its rows.
inline Parts parts_of_workbook(const std::string& rows) {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const std::string office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const auto relationships = [&](const std::string& list) {
        return head + R"(<Relationships xmlns="r">)" + list + "</Relationships>";
    };
    const auto relationship = [&](const char* id, const char* type, const char* target) {
        return std::string{R"(<Relationship Id=")"} + id + R"(" Type=")" + office + type +
               R"(" Target=")" + target + R"("/>)";
    };
    return {
        {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml",
         head + R"(<workbook xmlns="m" xmlns:r="r"><sheets>)"
                R"(<sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                       relationship("rId2", "sharedStrings", "/xl/sharedStrings.xml") +
                       relationship("rId3", "styles", "styles.xml"))},
        {"xl/sharedStrings.xml",
         head +
             R"(<sst xmlns="m"><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r>)"
             R"(<rPh><t>spoken</t></rPh></si><si><t>a_x000D_b_x0000_c_x00e9_d_xZZZZ_</t></si><si/></sst>)"},
        {"xl/styles.xml",
         head +
             R"(<styleSheet xmlns="m"><numFmts><numFmt numFmtId="164" formatCode="[$-409]dd\-mmm\-yy;@"/>)"
             R"(<numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
             R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml",
         head + R"(<worksheet xmlns="m"><sheetData>)" + rows + "</sheetData></worksheet>"}};
}

// The smallest OpenDocument spreadsheet, with what stands in its body.
inline Parts parts_of_spreadsheet(const std::string& tables) {
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml",
             R"(<?xml version="1.0" encoding="UTF-8"?><office:document-content )"
             R"(xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:draw="d" )"
             R"(xmlns:calcext="c"><office:automatic-styles><style:style style:name="ta2">)"
             R"(<style:table-properties table:display="false"/></style:style>)"
             R"(</office:automatic-styles><office:body><office:spreadsheet>)" +
                 tables + "</office:spreadsheet></office:body></office:document-content>"}};
}

// Its one sheet "Data", with what stands in its rows.
inline Parts parts_of_ods_sheet(const std::string& rows) {
    return parts_of_spreadsheet(R"(<table:table table:name="Data">)" + rows + "</table:table>");
}

// The bytes of the archive.
inline std::string packed(const Parts& parts) {
    const auto expect = [](bool done) {
        if (!done) throw std::runtime_error("the workbook cannot be packed");
    };
    zip_error_t error;
    auto* bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
    auto* zip = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
    expect(zip != nullptr);
    zip_source_keep(bytes);
    for (const auto& [name, content] : parts)
        expect(zip_file_add(zip, name.c_str(),
                            zip_source_buffer(zip, content.data(), content.size(), 0), 0) >= 0);
    expect(zip_close(zip) == 0 && zip_source_open(bytes) == 0);
    zip_source_seek(bytes, 0, SEEK_END);
    std::string archive(static_cast<std::size_t>(zip_source_tell(bytes)), '\0');
    zip_source_seek(bytes, 0, SEEK_SET);
    expect(zip_source_read(bytes, archive.data(), archive.size()) ==
           static_cast<zip_int64_t>(archive.size()));
    zip_source_free(bytes);
    return archive;
}

}  // namespace tenpoint::formats

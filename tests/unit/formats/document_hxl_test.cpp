// SPDX-License-Identifier: Apache-2.0
#include "formats/document_hxl.hpp"

#include <gtest/gtest.h>

#include "sample_document.hpp"

namespace tenpoint::formats {
namespace {

TEST(document_hxl, is_a_header_a_row_of_hashtags_and_the_figures) {
    const auto csv = render_hxl(sample_document(Language::fr));
    EXPECT_TRUE(
        csv.starts_with("Lieu,Période,Personnes\r\n"
                        "#loc+name,#date+period,#affected\r\n"
                        "\"Panama, Darién\",2023-01,24634\r\n"))
        << csv.substr(0, 200);
    EXPECT_TRUE(csv.ends_with("\"'=HYPERLINK(\"\"http://example.org\"\")\",2023-01,\r\n"))
        << csv.substr(csv.size() - 100);
}

TEST(document_hxl, writes_numbers_for_machines_in_every_language) {
    Document document;
    document.language = Language::ar;
    document.figures = {
        {.title = "f"},
        {{"a", ColumnType::number, "#affected"}, {"b", ColumnType::percent, "#value+pct"}},
        {{{1302203.0, 0.125}}, {{-4.5, TableCell{}}}}};
    EXPECT_EQ(render_hxl(document), "a,b\r\n#affected,#value+pct\r\n1302203,0.125\r\n-4.5,\r\n");
}

}  // namespace
}  // namespace tenpoint::formats

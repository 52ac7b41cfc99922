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

}  // namespace
}  // namespace tenpoint::movements

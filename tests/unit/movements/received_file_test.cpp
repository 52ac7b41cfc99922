// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/received_file.hpp"

#include <gtest/gtest.h>

namespace tenpoint::movements {
namespace {

Finding finding(std::string code, std::int64_t row, std::string column, std::string text) {
    return {Severity::warning, std::move(code), row, std::move(column), std::move(text), {}, {}};
}

TEST(ReceivedFile, of_a_cell_its_first_character_is_told_and_short_numbers) {
    EXPECT_EQ(without_cell(finding("bad_count", 3, "persons", "Somebody")).text, "S•••");
    EXPECT_EQ(without_cell(finding("repeated_key", 3, "persons", "12345")).text, "12345");
    EXPECT_EQ(without_cell(finding("repeated_key", 3, "persons", "123456")).text, "1•••");
    EXPECT_EQ(without_cell(finding("bad_count", 3, "Full name", "many")).column, "Full name");
}

TEST(ReceivedFile, of_a_header_too_where_a_person_may_stand_in_its_place) {
    for (const auto* code : {"personal_column", "personal_column_kept"}) {
        EXPECT_EQ(without_cell(finding(code, 0, "Invented Person", {})).column, "I•••");
        EXPECT_EQ(without_cell(finding(code, 0, "Tel 3456 7890", {})).column, "T•••");
        EXPECT_EQ(without_cell(finding(code, 0, "Email: who@example.org", {})).column, "E•••");
        for (const auto* known : {"Phone 2", "column 7", "#contact+name"})
            EXPECT_EQ(without_cell(finding(code, 0, known, {})).column, known);
        EXPECT_EQ(without_cell(finding(code, 0, "Full name", {})).column, "Full name");
    }
}

}  // namespace
}  // namespace tenpoint::movements

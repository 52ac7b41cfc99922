// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/persons_elsewhere.hpp"

#include <filesystem>
#include <fstream>
#include <unistd.h>
#include <vector>

#include <gtest/gtest.h>

#include "../formats/workbook_parts.hpp"

namespace tenpoint::movements {
namespace {

using Columns = std::vector<std::pair<std::string, std::string>>;  // table and column

class PersonsElsewhere : public testing::Test {
  protected:
    void TearDown() override { std::filesystem::remove(path_); }

    Columns found_in(const formats::Parts& parts, const std::string& read) {
        std::ofstream(path_, std::ios::binary) << formats::packed(parts);
        formats::TableInfo info;
        EXPECT_TRUE(formats::open_table(path_, {read, {}}, &info));
        Columns columns;
        for (const auto& finding : persons_elsewhere(path_, info).value()) {
            if (finding.code == "personal_columns_unknown") unknown_ = finding.text;
            if (finding.code == "personal_column_elsewhere")
                columns.emplace_back(finding.text, finding.column);
        }
        return columns;
    }

    std::string unknown_;

    std::filesystem::path path_ =
        std::filesystem::temp_directory_path() / ("elsewhere-" + std::to_string(::getpid()));
};

const std::string figures = "month,persons\n2024-01,4\n2024-02,5\n2024-03,6\n";
const std::string people =
    "no,Full name,Phone\n1,Invented One,3456 7890\n2,Invented Two,3456 7891\n"
    "3,Invented Three,3456 7892\n";

TEST_F(PersonsElsewhere, are_found_in_a_file_of_an_archive_that_is_not_read) {
    const formats::Parts parts{{"figures.csv", figures}, {"people.csv", people}};
    const Columns persons{{"people.csv", "Full name"}, {"people.csv", "Phone"}};
    EXPECT_EQ(found_in(parts, "figures.csv"), persons);
    EXPECT_EQ(found_in(parts, "people.csv"), Columns{}) << "the reading itself tells of these";
}

TEST_F(PersonsElsewhere, are_found_in_a_hidden_sheet) {
    const auto cell = [](const std::string& text) {
        return R"(<table:table-cell><text:p>)" + text + "</text:p></table:table-cell>";
    };
    const auto row = [](const std::string& cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    };
    std::string seen = row(cell("month") + cell("persons"));
    std::string hidden = row(cell("no") + cell("E-mail"));
    for (const std::string i : {"1", "2", "3"}) {
        seen += row(cell("2024-0" + i) + cell(i));
        hidden += row(cell(i) + cell("who" + i + "@example.org"));
    }
    const auto parts = formats::parts_of_spreadsheet(
        R"(<table:table table:name="Data">)" + seen +
        R"(</table:table><table:table table:name="People" table:style-name="ta2">)" + hidden +
        "</table:table>");
    EXPECT_EQ(found_in(parts, "Data"), (Columns{{"People", "E-mail"}}));
}

std::string spreadsheet_of_people() {
    const auto cell = [](const std::string& text) {
        return R"(<table:table-cell><text:p>)" + text + "</text:p></table:table-cell>";
    };
    const auto table = [&](const std::string& name, const std::string& header, auto text) {
        std::string rows;
        for (int i = 0; i < 9; ++i)
            rows += "<table:table-row>" + cell(i == 0 ? "no" : std::to_string(i)) +
                    cell(i == 0 ? header : text(i)) + "</table:table-row>";
        return R"(<table:table table:name=")" + name + R"(">)" + rows + "</table:table>";
    };
    const auto count = [](int i) { return std::to_string(i); };
    const auto email = [](int i) { return "who" + std::to_string(i) + "@example.org"; };
    return formats::packed(formats::parts_of_spreadsheet(table("Data", "persons", count) +
                                                         table("People", "E-mail", email)));
}

TEST_F(PersonsElsewhere, are_found_in_each_sheet_of_another_workbook_in_an_archive) {
    const formats::Parts parts{{"figures.csv", figures}, {"more.ods", spreadsheet_of_people()}};
    EXPECT_EQ(found_in(parts, "figures.csv"), (Columns{{"more.ods#People", "E-mail"}}));
    EXPECT_EQ(unknown_, "");
}

TEST_F(PersonsElsewhere, may_be_in_a_table_that_cannot_be_opened) {
    auto damaged = spreadsheet_of_people();
    damaged.resize(damaged.size() / 2);
    found_in({{"figures.csv", figures}, {"more.ods", damaged}}, "figures.csv");
    EXPECT_EQ(unknown_, "more.ods");
}

TEST_F(PersonsElsewhere, are_sought_until_the_reading_is_broken_off) {
    struct BrokenOff {};
    std::ofstream(path_, std::ios::binary)
        << formats::packed({{"figures.csv", figures}, {"people.csv", people}});
    formats::TableInfo info;
    ASSERT_TRUE(formats::open_table(path_, {"figures.csv", {}}, &info));
    EXPECT_THROW((void)persons_elsewhere(path_, info, [] { throw BrokenOff{}; }), BrokenOff);
}

TEST_F(PersonsElsewhere, are_not_whom_to_ask_about_the_file) {
    const formats::Parts parts{
        {"figures.csv", figures},
        {"notes.csv", "Source,Everybody\nUpdated,monthly\nMore,write to ask@example.org\n"},
        {"contact.csv", "Contact,E-mail\nInvented One,ask@example.org\n,\n,\nLicence,open\n"}};
    EXPECT_EQ(found_in(parts, "figures.csv"), Columns{});
}

}  // namespace
}  // namespace tenpoint::movements

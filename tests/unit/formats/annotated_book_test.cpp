// SPDX-License-Identifier: Apache-2.0
#include "formats/annotated_book.hpp"

#include <filesystem>
#include <stdlib.h>

#include <gtest/gtest.h>

namespace tenpoint::formats {
namespace {

namespace fs = std::filesystem;

class AnnotatedBookTest : public testing::Test {
  protected:
    AnnotatedBookTest() {
        std::string name = (fs::temp_directory_path() / "tenpoint-book-XXXXXX").string();
        folder_ = ::mkdtemp(name.data());
    }
    ~AnnotatedBookTest() override { fs::remove_all(folder_); }

    fs::path path() const { return folder_ / "book.xlsx"; }

    // What our own reader finds on a sheet, row by row.
    std::vector<std::vector<std::pair<std::string, CellKind>>> rows(const std::string& sheet) {
        std::vector<std::vector<std::pair<std::string, CellKind>>> found;
        auto table = open_table(path(), {sheet, {}}).value();
        std::vector<Cell> cells;
        while (table->next(cells)) {
            auto& row = found.emplace_back();
            for (const auto& cell : cells)
                row.emplace_back(cell.text, cell.kind);
        }
        return found;
    }

    fs::path folder_;
};

TEST_F(AnnotatedBookTest, gives_a_table_back_as_it_came) {
    {
        AnnotatedBook book(path());
        book.begin_sheet("Data", {.frozen_rows = 1, .right_to_left = false, .widths = {}});
        book.add_row(std::vector<Cell>{{"t"}, {"who"}, {"n"}});
        book.add_row(std::vector<Cell>{
            {"2016-01-10", CellKind::date}, {"007"}, {"12.25", CellKind::number}});
        book.add_row({});
        book.add_row(std::vector<Cell>{
            {"2016-01-10T12:30:00", CellKind::date}, {"true", CellKind::boolean}, {"1200"}});
        book.finish();
    }
    using Row = std::vector<std::pair<std::string, CellKind>>;
    const auto found = rows("Data");
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[1], (Row{{"2016-01-10", CellKind::date},
                             {"007", CellKind::text},
                             {"12.25", CellKind::number}}));
    EXPECT_TRUE(found[2].empty());
    EXPECT_EQ(found[3][1], std::pair(std::string("true"), CellKind::boolean));
    EXPECT_EQ(found[3][2], std::pair(std::string("1200"), CellKind::number));
}

TEST_F(AnnotatedBookTest, makes_a_formula_of_nothing) {
    {
        AnnotatedBook book(path());
        book.begin_sheet("Data", {});
        book.add_row(std::vector<Cell>{{"=1+1"}, {"+SUM(A1)"}, {"-x"}, {"@x"}, {"https://a.org"}});
        book.finish();
    }
    const auto found = rows("Data").at(0);
    for (const auto& [text, kind] : found)
        EXPECT_EQ(kind, CellKind::text) << text;
    EXPECT_EQ(found.at(0).first, "=1+1");
}

TEST_F(AnnotatedBookTest, remarks_on_cells_also_on_those_that_are_not_there) {
    {
        AnnotatedBook book(path());
        book.begin_sheet("A", {});
        const std::vector<AnnotatedBook::Remark> remarks{{0, Severity::error, "wrong"},
                                                         {3, Severity::warning, "missing"}};
        book.add_row(std::vector<Cell>{{"x"}, {"y"}}, remarks);
        book.begin_sheet("a", {});
        book.add_heading(std::vector<Cell>{{"two sheets of one name"}});
        book.finish();
    }
    TableInfo info;
    ASSERT_TRUE(open_table(path(), {}, &info));
    EXPECT_EQ(info.sheets, (std::vector<std::string>{"A", "a 2"}));
    EXPECT_EQ(rows("A").at(0).at(1).first, "y");
}

}  // namespace
}  // namespace tenpoint::formats

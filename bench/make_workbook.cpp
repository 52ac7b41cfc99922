// SPDX-License-Identifier: Apache-2.0
//
// bench_make_workbook CSV XLSX: the same table as a workbook, with texts shared and numbers as
// numbers, as spreadsheets save it.
#include <cstdlib>
#include <stdexcept>
#include <string>

#include <xlsxwriter.h>

#include "formats/table.hpp"

int main(int count, char** words) {
    using namespace tenpoint;
    if (count != 3) throw std::runtime_error("bench_make_workbook CSV XLSX");
    const auto table = formats::open_table(words[1]).value();
    auto* workbook = workbook_new(words[2]);
    auto* sheet = workbook_add_worksheet(workbook, "Data");
    std::vector<formats::Cell> cells;
    for (lxw_row_t row = 0; table->next(cells); ++row)
        for (lxw_col_t column = 0; column < cells.size(); ++column) {
            const std::string text(cells[column].text);
            char* end = nullptr;
            const double number = std::strtod(text.c_str(), &end);
            if (!text.empty() && *end == '\0')
                worksheet_write_number(sheet, row, column, number, nullptr);
            else
                worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
        }
    if (workbook_close(workbook) != LXW_NO_ERROR) throw std::runtime_error("cannot write");
}

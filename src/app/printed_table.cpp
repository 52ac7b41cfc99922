// SPDX-License-Identifier: Apache-2.0
#include "app/printed_table.hpp"

#include <algorithm>

#include <fmt/ostream.h>

namespace tenpoint::app {

void print_table(const movements::FigureSheet& sheet, Terminal& terminal) {
    const auto columns = sheet.names.size();
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < columns; ++column) {
        auto& width = widths.emplace_back(sheet.names[column].size());
        for (const auto& row : sheet.rows)
            width = std::max(width, row[column].size());
    }
    const auto print_row = [&](const std::vector<std::string>& cells) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (column + sheet.numbers >= columns)
                fmt::print(terminal.out, "{:>{}}", cells[column], widths[column]);
            else
                fmt::print(terminal.out, "{:<{}}", cells[column], widths[column]);
            fmt::print(terminal.out, "{}", column + 1 == columns ? "\n" : "  ");
        }
    };
    print_row(sheet.names);
    for (const auto& row : sheet.rows)
        print_row(row);
}

void print_as(const std::string& format, const movements::FigureSheet& sheet, Terminal& terminal) {
    if (format == "csv")
        terminal.out << movements::to_csv(sheet, false);
    else
        print_table(sheet, terminal);
}

}  // namespace tenpoint::app

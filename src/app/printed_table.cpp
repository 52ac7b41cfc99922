// SPDX-License-Identifier: Apache-2.0
#include "app/printed_table.hpp"

#include <algorithm>

#include <fmt/ostream.h>

namespace tenpoint::app {

void print_table(const formats::TextTable& table, Terminal& terminal) {
    const auto columns = table.names.size();
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < columns; ++column) {
        auto& width = widths.emplace_back(table.names[column].size());
        for (const auto& row : table.rows)
            width = std::max(width, row[column].size());
    }
    const auto print_row = [&](const std::vector<std::string>& cells) {
        for (std::size_t column = 0; column < columns; ++column) {
            if (column + table.numbers >= columns)
                fmt::print(terminal.out, "{:>{}}", cells[column], widths[column]);
            else
                fmt::print(terminal.out, "{:<{}}", cells[column], widths[column]);
            fmt::print(terminal.out, "{}", column + 1 == columns ? "\n" : "  ");
        }
    };
    print_row(table.names);
    for (const auto& row : table.rows)
        print_row(row);
}

void print_as(const std::string& format, const formats::TextTable& table, Terminal& terminal) {
    if (format == "csv")
        terminal.out << formats::to_csv(table, false);
    else
        print_table(table, terminal);
}

}  // namespace tenpoint::app

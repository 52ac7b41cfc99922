// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/terminal.hpp"
#include "formats/text_table.hpp"

namespace tenpoint::app {

// Prints a table with columns wide enough for their longest cell, numbers to the right.
void print_table(const formats::TextTable& table, Terminal& terminal);
// The same as "table" or "csv".
void print_as(const std::string& format, const formats::TextTable& table, Terminal& terminal);

}  // namespace tenpoint::app

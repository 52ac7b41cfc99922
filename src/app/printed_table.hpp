// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal.hpp"
#include "desks/movements/figure_output.hpp"

namespace tenpoint::app {

// Prints a table with columns wide enough for their longest cell, numbers to the right.
void print_table(const movements::FigureSheet& sheet, Terminal& terminal);

}  // namespace tenpoint::app

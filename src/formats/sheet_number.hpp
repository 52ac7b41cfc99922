// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "formats/serial_date.hpp"
#include "formats/table.hpp"

namespace tenpoint::formats {

// A number of a sheet as its reader delivers it.
struct SheetNumber {
    std::string text;
    CellKind kind = CellKind::number;
};

// Numbers in their shortest exact decimal form, dates by ISO 8601 to the second. What is shown as a
// date but is no day of the calendar stays a number; what is no number stays text.
SheetNumber read_sheet_number(std::string_view written, bool is_date, SerialSystem system);

}  // namespace tenpoint::formats

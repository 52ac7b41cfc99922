// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/date.hpp"

namespace tenpoint::formats {

// What the day numbers of a spreadsheet count from; a workbook says which it uses.
enum class SerialSystem { from_1900, from_1904 };

// The day behind a spreadsheet's number: 42379 is 2016-01-10 (from 1900). Nothing for numbers
// outside 1900 to 9999 and for 60 from 1900, a 29 February that never was (ECMA-376, 18.17.4.1).
std::optional<Day> day_of_serial(std::int64_t serial, SerialSystem system);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// What the headers of a wide table say of each column (wide_counts).
using WideCounts = std::vector<std::optional<Settings>>;

// The columns of a wide table count what their headers say. Those that a mapping names stay as they
// are, and what a hashtag says goes before the header.
void take_wide_counts(Recognition& found, const WideCounts& wide);

// Where each of the counts has its own date, the row has none: another column of dates says
// something else, and a total without a date of its own cannot be counted.
void settle_wide_dates(Recognition& found, const WideCounts& wide);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Of count columns that say the same of their figures, "Sea arrivals", "Land arrivals" and "Total
// arrivals", only the total is read, where the others are never more than it: all would be counted
// twice. Of a running total beside the figures of each period only these are. What a mapping says
// of them stands.
void settle_totals(Recognition& found, std::span<const SampleRow> rows);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Adds a finding for each thing that figures need and the mapping does not say: no_count_column,
// no_period, no_indicator, no_place.
void find_gaps(Recognition& found, bool has_period_of_title);

}  // namespace tenpoint::movements

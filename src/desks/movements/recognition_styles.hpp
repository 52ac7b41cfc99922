// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Settles in the mapping how dates and counts are written of which the first rows, `rows`, do not
// tell: looks through the rest of the table until nothing is open any more.
void settle_styles(formats::TableReader& table, std::span<const SampleRow> rows,
                   Recognition& found);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Of several columns with one meaning the surest keeps it; the others become dimensions. Guessed
// counts and dates stand back where there is something better. What a mapping says stays.
void settle_rivals(std::vector<RecognisedColumn>& columns);

// A month without a year and one end of a range say nothing: they become dimensions too.
void drop_halves(std::vector<RecognisedColumn>& columns, bool has_year_of_title);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/place_lookup.hpp"
#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Where a mapping says for all rows where people were, from where they come or what is counted, and
// a column seems to say the same: the column stands where most of its texts are known, since the
// constant is there to fill in, and is a further breakdown where they are not. Countries in the
// only column of such, beside a place for all rows, are nationalities: so a border point reports
// whom it saw. Each of these is a remark. What the mapping says of a column stands.
void settle_constants(Recognition& found, std::span<const SampleRow* const> data,
                      const PlaceLookup* places);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/place_lookup.hpp"
#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Columns of places that lie in each other, by their headers ("Country", "Region", "District",
// "admin2Pcode") and because most of what stands in them is known: they become places together,
// from the widest to the narrowest, as long as they stand in that order; of names and codes of the
// same areas the codes. One alone becomes the place where no other column is, unless it holds parts
// of the world. Where a place holds for all rows, they must lie within it. What the mapping says of
// a column stays.
void suggest_nested_places(Recognition& found, std::span<const SampleRow> rows,
                           const PlaceLookup& places);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/place_lookup.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::movements {

// The places that whoever reads the snapshot may see, with what each lies in.
PlaceLookup all_places(const store::Snapshot& snapshot);

}  // namespace tenpoint::movements

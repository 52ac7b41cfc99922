// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/directory/place_lookup.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::directory {

// The places that whoever reads the snapshot may see, with what each lies in.
PlaceLookup all_places(const store::Snapshot& snapshot);

}  // namespace tenpoint::directory

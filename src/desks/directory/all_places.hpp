// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "desks/directory/place_lookup.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::directory {

// The places that whoever reads the snapshot may see, with what each lies in. There may be tens of
// thousands of them: made anew only where a place was written, and shared.
std::shared_ptr<const PlaceLookup> all_places(const store::Snapshot& snapshot);

}  // namespace tenpoint::directory

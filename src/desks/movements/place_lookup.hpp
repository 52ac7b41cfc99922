// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/directory/place_lookup.hpp"

namespace tenpoint::movements {

using directory::CountrySense;
using directory::PlaceLookup;

}  // namespace tenpoint::movements

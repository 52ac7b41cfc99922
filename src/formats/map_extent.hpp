// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "formats/document.hpp"

namespace tenpoint::formats {

// The coordinates that a map's window is to hold: its places and routes, with the countries near
// them that have a twentieth or more of what the shades tell, as far as the window does not grow by
// more than six tenths: where most people come from is not to be cut off at the edge. Without
// places and routes all shaded countries; nothing where there are none either.
std::vector<Coordinate> coordinates_to_show(const Map& map);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/chart.hpp"

namespace tenpoint::formats {

// Lays out the map and its legend. Unlike a chart it is never mirrored: west is left in Arabic too;
// only the legend turns round. A name that has no room beside its place stands below the map, under
// a number.
Scene lay_out(const Map& map, const ChartFrame& frame);

}  // namespace tenpoint::formats

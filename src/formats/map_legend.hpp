// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/chart.hpp"
#include "formats/map_scale.hpp"

namespace tenpoint::formats {

// What shades and circles of the map stand for, in rows as wide as the frame.
Scene lay_out_map_legend(const Map& map, const ShadeScale& shades, const CircleScale& circles,
                         const ChartFrame& frame);

}  // namespace tenpoint::formats

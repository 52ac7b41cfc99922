// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "formats/chart.hpp"
#include "formats/map_scale.hpp"

namespace tenpoint::formats {

// What shades and circles of the map stand for, in rows as wide as the frame.
Scene lay_out_map_legend(const Map& map, const ShadeScale& shades, const CircleScale& circles,
                         const ChartFrame& frame);

// What the numbers on the map stand for, from 1 on: the places whose names found no room.
std::string key_number(std::size_t index, const ChartFrame& frame);
Scene lay_out_map_key(const std::vector<std::string>& names, const ChartFrame& frame);

}  // namespace tenpoint::formats

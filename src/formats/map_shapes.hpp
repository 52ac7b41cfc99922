// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/document.hpp"

namespace tenpoint::formats {

// A closed line in degrees; the first point is not repeated at the end.
using CoordinateRing = std::vector<Coordinate>;

struct CountryShape {
    std::string numeric;  // ISO 3166-1 numeric, "591"; empty for a territory without a code
    std::vector<CoordinateRing> rings;  // outlines and holes, for the even-odd rule
};

// Natural Earth's countries at 1:110,000,000, small islands left out (reference/README.md).
const std::vector<CountryShape>& country_shapes();

// The shape of an ISO 3166-1 alpha-3 code; none for a code that is unknown or too small to be
// drawn.
const CountryShape* find_country_shape(std::string_view alpha3);

// Reads the polygons of the first object of a TopoJSON text: arcs shared between neighbours, deltas
// of integers behind a scale and an offset (The TopoJSON Format Specification, 2.1 and 2.2). Throws
// std::exception for a text that is none: the only one read is the program's own.
std::vector<CountryShape> read_topojson(std::string_view text);

}  // namespace tenpoint::formats

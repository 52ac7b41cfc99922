// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <boost/json/object.hpp>

#include "formats/position.hpp"

namespace tenpoint::formats {

// A point well inside of the largest part of a GeoJSON geometry (RFC 7946): of a Polygon or
// MultiPolygon in the middle of the widest stretch half-way up, of a Point the point itself.
// Nothing for other geometries, and for what is none.
std::optional<Position> inner_point(const boost::json::object& geometry);

}  // namespace tenpoint::formats

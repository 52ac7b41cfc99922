// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "formats/map_shapes.hpp"

namespace tenpoint::formats {

// How far off a coast at 1:110,000,000 a point may lie and still be counted to the land, in
// degrees: the shapes are that coarse.
inline constexpr double land_tolerance = 1.0;

// A country's land, with islands of people on the move that its shape leaves out.
class Land {
  public:
    explicit Land(std::string_view alpha3);

    // Whether the country is large enough to be drawn; nothing can be said of the others.
    bool is_known() const { return shape_.has_value(); }
    // Whether the point is on the land or within the tolerance.
    bool holds(const Coordinate& point) const;

  private:
    std::string alpha3_;
    std::optional<std::size_t> shape_;  // its place among country_shapes()
};

// Farther than the tolerance from every land.
bool is_at_sea(const Coordinate& point);

}  // namespace tenpoint::formats

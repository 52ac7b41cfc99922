// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "formats/document.hpp"
#include "formats/map_shapes.hpp"
#include "formats/scene.hpp"

namespace tenpoint::formats {

// A window on the world: equirectangular, true to scale along its middle latitude (plate carrée
// with that standard parallel). Longitudes are counted around the window's middle, so that a view
// across the antimeridian is one piece.
class MapView {
  public:
    // Fits the coordinates with a margin into a window of this width, whose height comes out
    // between the given shares of it. A single place is shown with some degrees around; none: the
    // world.
    MapView(std::span<const Coordinate> coordinates, double width, double flattest, double tallest);

    double width() const { return width_; }
    double height() const { return height_; }
    Point to_point(const Coordinate& at) const;
    bool shows(const Point& point) const {
        return point.x >= 0 && point.y >= 0 && point.x <= width_ && point.y <= height_;
    }

    // The part of a ring inside the window, once for each turn of the globe that shows it.
    std::vector<std::vector<Point>> clipped(const CoordinateRing& ring) const;

  private:
    double unwrapped(double longitude) const;

    double width_;
    double height_ = 0;
    double middle_ = 0;  // longitude
    double north_ = 0;
    double points_per_longitude_ = 1;
    double points_per_latitude_ = 1;
};

// The ring with the largest area: a country's mainland, whose box and middle stand for it.
const CoordinateRing* mainland(const CountryShape& shape);

// The centroid of a plane ring's area; its first point where it has none.
Point centroid(std::span<const Point> ring);
double area(std::span<const Point> ring);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "formats/document.hpp"

namespace tenpoint::formats {

// The classes of a shaded map: class i holds values from bounds[i - 1] up to below bounds[i], the
// first from zero, the last without end. Bounds are quintiles of the known values, rounded to one
// digit, since movements by country are skewed and equal steps would leave all but one country
// pale.
class ShadeScale {
  public:
    explicit ShadeScale(const std::vector<MapArea>& areas);

    std::size_t classes() const { return bounds_.size() + 1; }
    std::size_t class_of(double value) const;
    // The shade of a class, so that the lowest is pale and the highest dark however few there are.
    std::size_t shade_of_class(std::size_t index) const;
    const std::vector<double>& bounds() const { return bounds_; }

  private:
    std::vector<double> bounds_;
};

// Circles whose area, not radius, follows the value.
class CircleScale {
  public:
    CircleScale(const std::vector<MapPoint>& points, double greatest_radius);

    bool empty() const { return greatest_ <= 0; }
    double radius_of(double value) const;
    // Round values to explain the scale by, greatest first.
    std::vector<double> samples() const;

  private:
    double greatest_ = 0;
    double greatest_radius_;
};

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/map_scale.hpp"

#include <algorithm>
#include <cmath>

#include "formats/scene.hpp"

namespace tenpoint::formats {
namespace {

// To one significant digit.
double rounded(double value) {
    if (value < 1) return 1;
    const double power = std::pow(10, std::floor(std::log10(value)));
    return std::round(value / power) * power;
}

}  // namespace

ShadeScale::ShadeScale(const std::vector<MapArea>& areas) {
    std::vector<double> values;
    for (const auto& area : areas)
        if (area.value) values.push_back(*area.value);
    std::ranges::sort(values);
    for (std::size_t i = 1; i < shade_paints && !values.empty(); ++i) {
        const double bound = rounded(values[i * values.size() / shade_paints]);
        if (bound > values.front() && bound <= values.back() &&
            (bounds_.empty() || bound > bounds_.back()))
            bounds_.push_back(bound);
    }
}

std::size_t ShadeScale::class_of(double value) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(bounds_, value) - bounds_.begin());
}

std::size_t ShadeScale::shade_of_class(std::size_t index) const {
    if (classes() == 1) return 2;
    return index * (shade_paints - 1) / (classes() - 1);
}

CircleScale::CircleScale(const std::vector<MapPoint>& points, double greatest_radius)
    : greatest_radius_(greatest_radius) {
    for (const auto& point : points)
        greatest_ = std::max(greatest_, point.value.value_or(0));
}

double CircleScale::radius_of(double value) const {
    return greatest_radius_ * std::sqrt(std::max(value, 0.0) / greatest_);
}

std::vector<double> CircleScale::samples() const {
    const double power = std::pow(10, std::floor(std::log10(greatest_)));
    const double greatest = std::floor(greatest_ / power) * power;
    const double small = rounded(greatest / 8);
    if (small >= greatest) return {greatest};
    return {greatest, small};
}

}  // namespace tenpoint::formats

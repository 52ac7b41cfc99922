// SPDX-License-Identifier: Apache-2.0
#include "formats/land.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace tenpoint::formats {
namespace {

// Islands that the shapes lack and that partners' files speak of, by their middle.
struct Island {
    std::string_view country;
    Coordinate middle;
    double radius;
};
constexpr std::array islands{
    Island{"ESP", {-15.8, 28.4}, 2.6},    // Canary Islands
    Island{"ESP", {2.9, 39.5}, 1.7},      // Balearic Islands
    Island{"ESP", {-4.2, 35.5}, 1.5},     // Ceuta, Melilla, Alborán
    Island{"PRT", {-16.9, 32.7}, 0.8},    // Madeira
    Island{"PRT", {-28.2, 38.4}, 3.2},    // Azores
    Island{"ITA", {12.4, 36.0}, 1.2},     // Pelagie Islands, Pantelleria
    Island{"GRC", {26.3, 37.6}, 2.6},     // eastern Aegean, Dodecanese
    Island{"GRC", {24.1, 34.9}, 0.8},     // Gavdos
    Island{"ECU", {-90.6, -0.5}, 1.6},    // Galápagos
    Island{"COL", {-81.5, 12.9}, 1.0},    // San Andrés, Providencia
    Island{"CHL", {-109.3, -27.1}, 0.5},  // Rapa Nui
    Island{"CRI", {-87.1, 5.5}, 0.4},     // Cocos
    Island{"IND", {93.0, 10.2}, 3.8},     // Andaman, Nicobar
    Island{"IND", {72.7, 10.6}, 1.8},     // Lakshadweep
    Island{"YEM", {53.3, 12.4}, 1.5},     // Socotra
    Island{"AUS", {105.6, -10.5}, 0.4},   // Christmas Island
    Island{"JPN", {127.9, 26.5}, 3.0},    // Ryukyu Islands
};

// Of a degree of longitude there is less towards the poles.
double narrowing(double latitude) {
    return std::max(0.05, std::cos(latitude * std::numbers::pi / 180));
}

double degrees_between(const Coordinate& a, const Coordinate& b) {
    return std::hypot((a.longitude - b.longitude) * narrowing(a.latitude), a.latitude - b.latitude);
}

// Whether a line is within the tolerance of a point; `narrow` is the narrowing at the point.
bool is_near_line(const Coordinate& point, const Coordinate& a, const Coordinate& b,
                  double narrow) {
    const auto x = (b.longitude - a.longitude) * narrow;
    const auto y = b.latitude - a.latitude;
    const auto to_x = (point.longitude - a.longitude) * narrow;
    const auto to_y = point.latitude - a.latitude;
    const auto length = x * x + y * y;
    const auto along = length > 0 ? std::clamp((to_x * x + to_y * y) / length, 0.0, 1.0) : 0.0;
    const auto off_x = to_x - along * x;
    const auto off_y = to_y - along * y;
    return off_x * off_x + off_y * off_y <= land_tolerance * land_tolerance;
}

// On the shape by the even-odd rule, or near one of its outlines.
bool is_near(const CountryShape& shape, const Coordinate& point) {
    const auto narrow = narrowing(point.latitude);
    bool inside = false;
    for (const auto& ring : shape.rings)
        for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
            const auto& a = ring[before];
            const auto& b = ring[i];
            if (is_near_line(point, a, b, narrow)) return true;
            if ((a.latitude > point.latitude) != (b.latitude > point.latitude) &&
                point.longitude < a.longitude + (b.longitude - a.longitude) *
                                                    (point.latitude - a.latitude) /
                                                    (b.latitude - a.latitude))
                inside = !inside;
        }
    return inside;
}

// What a shape and its tolerance lie in, since most points are far from most shapes.
struct Box {
    Coordinate least{180, 90}, greatest{-180, -90};

    bool holds(const Coordinate& point) const {
        return least.longitude <= point.longitude && point.longitude <= greatest.longitude &&
               least.latitude <= point.latitude && point.latitude <= greatest.latitude;
    }
};

Box box_of(const CountryShape& shape) {
    Box box;
    for (const auto& ring : shape.rings)
        for (const auto& [longitude, latitude] : ring) {
            const auto wide = land_tolerance / narrowing(std::abs(latitude) + land_tolerance);
            box.least.longitude = std::min(box.least.longitude, longitude - wide);
            box.greatest.longitude = std::max(box.greatest.longitude, longitude + wide);
            box.least.latitude = std::min(box.least.latitude, latitude - land_tolerance);
            box.greatest.latitude = std::max(box.greatest.latitude, latitude + land_tolerance);
        }
    return box;
}

const std::vector<Box>& boxes() {
    static const auto all = [] {
        std::vector<Box> boxes;
        for (const auto& shape : country_shapes())
            boxes.push_back(box_of(shape));
        return boxes;
    }();
    return all;
}

bool is_near_shape(std::size_t index, const Coordinate& point) {
    return boxes()[index].holds(point) && is_near(country_shapes()[index], point);
}

bool holds(const Island& island, const Coordinate& point) {
    return degrees_between(point, island.middle) <= island.radius;
}

}  // namespace

Land::Land(std::string_view alpha3) : alpha3_(alpha3) {
    if (const auto* shape = find_country_shape(alpha3))
        shape_ = static_cast<std::size_t>(shape - country_shapes().data());
}

bool Land::holds(const Coordinate& point) const {
    return shape_ && (is_near_shape(*shape_, point) ||
                      std::ranges::any_of(islands, [&](const Island& island) {
                          return island.country == alpha3_ && formats::holds(island, point);
                      }));
}

bool is_at_sea(const Coordinate& point) {
    for (std::size_t i = 0; i < country_shapes().size(); ++i)
        if (is_near_shape(i, point)) return false;
    return std::ranges::none_of(islands,
                                [&](const Island& island) { return holds(island, point); });
}

}  // namespace tenpoint::formats

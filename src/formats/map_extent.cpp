// SPDX-License-Identifier: Apache-2.0
#include "formats/map_extent.hpp"

#include <algorithm>
#include <span>

#include "formats/map_shapes.hpp"
#include "formats/map_view.hpp"

namespace tenpoint::formats {
namespace {

constexpr double least_share = 0.05;
constexpr double most_growth = 1.6;
constexpr double least_degrees = 8;  // that a window is taken to show
constexpr double half_around = 180;

const CoordinateRing* mainland_of(const MapArea& area) {
    const auto* shape = find_country_shape(area.country);
    return shape ? mainland(*shape) : nullptr;
}

// The greater of its stretches of longitude and latitude, in degrees.
double side_of(std::span<const Coordinate> coordinates) {
    const auto [west, east] = std::ranges::minmax(coordinates, {}, &Coordinate::longitude);
    const auto [south, north] = std::ranges::minmax(coordinates, {}, &Coordinate::latitude);
    return std::max(east.longitude - west.longitude, north.latitude - south.latitude);
}

// Those with a good share, the greatest first.
std::vector<const MapArea*> main_areas(const Map& map) {
    double total = 0;
    for (const auto& area : map.areas)
        total += area.value.value_or(0);
    std::vector<const MapArea*> areas;
    for (const auto& area : map.areas)
        if (area.value && *area.value >= least_share * total && *area.value > 0)
            areas.push_back(&area);
    std::ranges::stable_sort(areas, std::ranges::greater{},
                             [](const MapArea* area) { return *area->value; });
    return areas;
}

}  // namespace

std::vector<Coordinate> coordinates_to_show(const Map& map) {
    std::vector<Coordinate> shown;
    for (const auto& point : map.points)
        shown.push_back(point.at);
    for (const auto& route : map.routes)
        shown.insert(shown.end(), route.begin(), route.end());
    if (shown.empty()) {
        for (const auto& area : map.areas)
            if (const auto* ring = mainland_of(area))
                shown.insert(shown.end(), ring->begin(), ring->end());
        return shown;
    }
    const double side = side_of(shown);
    if (side > half_around) return shown;  // they lie on both sides of the 180th meridian
    const double most = most_growth * std::max(side, least_degrees);
    for (const auto* area : main_areas(map)) {
        const auto* ring = mainland_of(*area);
        if (!ring) continue;
        auto with_it = shown;
        with_it.insert(with_it.end(), ring->begin(), ring->end());
        if (side_of(with_it) <= most) shown = std::move(with_it);
    }
    return shown;
}

}  // namespace tenpoint::formats

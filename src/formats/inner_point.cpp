// SPDX-License-Identifier: Apache-2.0
#include "formats/inner_point.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <boost/json/array.hpp>

namespace tenpoint::formats {
namespace {

namespace json = boost::json;

using Ring = std::vector<Position>;

std::optional<Position> vertex_of(const json::value& value) {
    const auto* pair = value.if_array();
    if (!pair || pair->size() < 2 || !pair->at(0).is_number() || !pair->at(1).is_number())
        return std::nullopt;
    return Position{pair->at(1).to_number<double>(), pair->at(0).to_number<double>()};
}

Ring ring_of(const json::value& value) {
    Ring ring;
    if (const auto* points = value.if_array())
        for (const auto& point : *points)
            if (const auto position = vertex_of(point)) ring.push_back(*position);
    return ring;
}

// The outer ring, then its holes.
std::vector<Ring> polygon_of(const json::value& value) {
    std::vector<Ring> rings;
    if (const auto* all = value.if_array())
        for (const auto& ring : *all)
            rings.push_back(ring_of(ring));
    return rings;
}

double size_of_polygon(const std::vector<Ring>& polygon) {
    if (polygon.empty()) return 0;
    const auto& ring = polygon.front();
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& a = ring[i];
        const auto& b = ring[(i + 1) % ring.size()];
        twice += a.longitude * b.latitude - b.longitude * a.latitude;
    }
    return std::abs(twice) / 2;
}

// Where the outlines cross a latitude, from the west.
std::vector<double> crossings(const std::vector<Ring>& polygon, double latitude) {
    std::vector<double> at;
    for (const auto& ring : polygon)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const auto& a = ring[i];
            const auto& b = ring[(i + 1) % ring.size()];
            if ((a.latitude < latitude) == (b.latitude < latitude)) continue;
            const double part = (latitude - a.latitude) / (b.latitude - a.latitude);
            at.push_back(a.longitude + part * (b.longitude - a.longitude));
        }
    std::ranges::sort(at);
    return at;
}

std::optional<Position> point_inside(const std::vector<Ring>& polygon) {
    if (polygon.empty() || polygon.front().size() < 3) return std::nullopt;
    const auto [south, north] =
        std::ranges::minmax(polygon.front(), {}, [](const Position& at) { return at.latitude; });
    const double middle = (south.latitude + north.latitude) / 2;
    const auto at = crossings(polygon, middle);
    std::optional<Position> widest;
    double width = 0;
    for (std::size_t i = 0; i + 1 < at.size(); i += 2)
        if (at[i + 1] - at[i] > width) {
            width = at[i + 1] - at[i];
            widest = Position{middle, (at[i] + at[i + 1]) / 2};
        }
    return widest;
}

}  // namespace

std::optional<Position> inner_point(const json::object& geometry) {
    const auto* type = geometry.if_contains("type");
    const auto* coordinates = geometry.if_contains("coordinates");
    if (!type || !type->is_string() || !coordinates) return std::nullopt;
    if (type->as_string() == "Point") return vertex_of(*coordinates);
    if (type->as_string() == "Polygon") return point_inside(polygon_of(*coordinates));
    if (type->as_string() != "MultiPolygon" || !coordinates->is_array()) return std::nullopt;
    std::vector<Ring> largest;
    for (const auto& each : coordinates->get_array())
        if (auto polygon = polygon_of(each); size_of_polygon(polygon) > size_of_polygon(largest))
            largest = std::move(polygon);
    return point_inside(largest);
}

}  // namespace tenpoint::formats

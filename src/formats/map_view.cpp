// SPDX-License-Identifier: Apache-2.0
#include "formats/map_view.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tenpoint::formats {
namespace {

struct Extent {
    double west, east, south, north;
};

// The middle of the shortest stretch of longitudes that holds all: opposite the widest gap.
double middle_longitude(std::span<const Coordinate> coordinates) {
    std::vector<double> sorted;
    sorted.reserve(coordinates.size());
    for (const auto& at : coordinates)
        sorted.push_back(at.longitude);
    std::ranges::sort(sorted);
    double widest = sorted.front() + 360 - sorted.back();
    double middle = (sorted.front() + sorted.back()) / 2;
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i)
        if (const double gap = sorted[i + 1] - sorted[i]; gap > widest) {
            widest = gap;
            middle = (sorted[i] + sorted[i + 1]) / 2 + 180;
        }
    return middle > 180 ? middle - 360 : middle;
}

// Clips by one side of the window: keeps what `is_inside`, with `cut` where an edge crosses it.
// Sutherland and Hodgman, "Reentrant polygon clipping", CACM 17 (1974).
template <class IsInside, class Cut>
std::vector<Point> clip(const std::vector<Point>& ring, IsInside is_inside, Cut cut) {
    std::vector<Point> kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& from = ring[(i + ring.size() - 1) % ring.size()];
        const auto& to = ring[i];
        if (is_inside(to)) {
            if (!is_inside(from)) kept.push_back(cut(from, to));
            kept.push_back(to);
        } else if (is_inside(from)) {
            kept.push_back(cut(from, to));
        }
    }
    return kept;
}

Point at_x(const Point& from, const Point& to, double x) {
    return {x, from.y + (to.y - from.y) * (x - from.x) / (to.x - from.x)};
}
Point at_y(const Point& from, const Point& to, double y) {
    return {from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y), y};
}

// Slightly beyond the window, so that the cut edge's outline is not seen.
std::vector<Point> clip_to(std::vector<Point> ring, double width, double height) {
    constexpr double beyond = 1;
    const double right = width + beyond;
    const double bottom = height + beyond;
    ring = clip(
        ring, [](const Point& p) { return p.x >= -beyond; },
        [](const Point& a, const Point& b) { return at_x(a, b, -beyond); });
    ring = clip(
        ring, [=](const Point& p) { return p.x <= right; },
        [=](const Point& a, const Point& b) { return at_x(a, b, right); });
    ring = clip(
        ring, [](const Point& p) { return p.y >= -beyond; },
        [](const Point& a, const Point& b) { return at_y(a, b, -beyond); });
    return clip(
        ring, [=](const Point& p) { return p.y <= bottom; },
        [=](const Point& a, const Point& b) { return at_y(a, b, bottom); });
}

double signed_area(std::span<const Point> ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& next = ring[(i + 1) % ring.size()];
        twice += ring[i].x * next.y - next.x * ring[i].y;
    }
    return twice / 2;
}

}  // namespace

MapView::MapView(std::span<const Coordinate> coordinates, double width, double flattest,
                 double tallest)
    : width_(width) {
    static constexpr std::array whole_world{Coordinate{-170, -56}, Coordinate{0, 0},
                                            Coordinate{170, 78}};
    if (coordinates.empty()) coordinates = whole_world;
    middle_ = middle_longitude(coordinates);
    Extent extent{1e9, -1e9, 1e9, -1e9};
    for (const auto& at : coordinates) {
        const double longitude = unwrapped(at.longitude);
        extent.west = std::min(extent.west, longitude);
        extent.east = std::max(extent.east, longitude);
        extent.south = std::min(extent.south, at.latitude);
        extent.north = std::max(extent.north, at.latitude);
    }
    const double middle_latitude = (extent.south + extent.north) / 2;
    const double squeeze =
        std::cos(std::min(std::abs(middle_latitude), 70.0) * std::numbers::pi / 180);
    constexpr double margin = 1.24;
    constexpr double least_degrees = 8;
    const double tall = std::max((extent.north - extent.south) * margin, least_degrees);
    const double wide =
        std::max({(extent.east - extent.west) * squeeze * margin, least_degrees, tall / tallest});
    points_per_latitude_ = width / wide;
    points_per_longitude_ = points_per_latitude_ * squeeze;
    height_ = std::clamp(tall * points_per_latitude_, flattest * width, tallest * width);
    middle_ = (extent.west + extent.east) / 2;
    north_ = middle_latitude + height_ / points_per_latitude_ / 2;
}

double MapView::unwrapped(double longitude) const {
    while (longitude < middle_ - 180)
        longitude += 360;
    while (longitude > middle_ + 180)
        longitude -= 360;
    return longitude;
}

Point MapView::to_point(const Coordinate& at) const {
    return {width_ / 2 + (unwrapped(at.longitude) - middle_) * points_per_longitude_,
            (north_ - at.latitude) * points_per_latitude_};
}

std::vector<std::vector<Point>> MapView::clipped(const CoordinateRing& ring) const {
    std::vector<std::vector<Point>> result;
    for (const double turn : {-360.0, 0.0, 360.0}) {
        std::vector<Point> points;
        points.reserve(ring.size());
        for (const auto& at : ring)
            points.push_back({width_ / 2 + (at.longitude + turn - middle_) * points_per_longitude_,
                              (north_ - at.latitude) * points_per_latitude_});
        points = clip_to(std::move(points), width_, height_);
        if (points.size() >= 3) result.push_back(std::move(points));
    }
    return result;
}

const CoordinateRing* mainland(const CountryShape& shape) {
    const CoordinateRing* largest = nullptr;
    double largest_area = 0;
    for (const auto& ring : shape.rings) {
        std::vector<Point> plane;
        plane.reserve(ring.size());
        for (const auto& at : ring)
            plane.push_back({at.longitude, at.latitude});
        if (const double size = area(plane); size > largest_area) {
            largest = &ring;
            largest_area = size;
        }
    }
    return largest;
}

double area(std::span<const Point> ring) {
    return std::abs(signed_area(ring));
}

Point centroid(std::span<const Point> ring) {
    const double size = signed_area(ring);
    if (size == 0) return ring.empty() ? Point{} : ring.front();
    Point sum;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& here = ring[i];
        const auto& next = ring[(i + 1) % ring.size()];
        const double cross = here.x * next.y - next.x * here.y;
        sum.x += (here.x + next.x) * cross;
        sum.y += (here.y + next.y) * cross;
    }
    return {sum.x / (6 * size), sum.y / (6 * size)};
}

}  // namespace tenpoint::formats

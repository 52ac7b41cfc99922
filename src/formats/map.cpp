// SPDX-License-Identifier: Apache-2.0
#include "formats/map.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "formats/map_extent.hpp"
#include "formats/map_labels.hpp"
#include "formats/map_legend.hpp"
#include "formats/map_scale.hpp"
#include "formats/map_view.hpp"

namespace tenpoint::formats {
namespace {

class MapDrawing {
  public:
    MapDrawing(const Map& map, const ChartFrame& frame)
        : map_(map),
          frame_(frame),
          view_(coordinates_to_show(map), frame.width, frame.is_narrow() ? 0.8 : 0.5,
                frame.is_narrow() ? 1.15 : 0.72),
          shades_(map.areas),
          circles_(map.points, 1.9 * frame.text_size) {}

    Scene lay_out() {
        scene_.width = view_.width();
        scene_.height = view_.height();
        scene_.right_to_left = is_right_to_left(frame_.language);
        scene_.add(Rectangle{{0, 0}, scene_.width, scene_.height, Paint::water});
        add_countries();
        MapLabels labels({scene_.width, scene_.height}, frame_);
        for (const auto& route : map_.routes)
            add_route(route, labels);
        add_points(labels);
        add_area_labels(labels);
        for (auto& label : labels.take())
            scene_.add(std::move(label));
        const auto legend = lay_out_map_legend(map_, shades_, circles_, frame_);
        const double top = scene_.height + 0.6 * frame_.text_size;
        place(scene_, legend, {0, top});
        const auto key = lay_out_map_key(key_, frame_);
        place(scene_, key, {0, top + legend.height});
        scene_.height = top + legend.height + key.height;
        return std::move(scene_);
    }

  private:
    Polygon outline(const CountryShape& shape, Paint fill) const {
        Polygon polygon{{}, fill, {Paint::land_edge, 0.7}};
        for (const auto& ring : shape.rings)
            for (auto& part : view_.clipped(ring))
                polygon.rings.push_back(std::move(part));
        return polygon;
    }

    void add_countries() {
        std::map<const CountryShape*, Paint> shaded;
        for (const auto& area : map_.areas) {
            if (!area.value) continue;
            const auto index = shades_.class_of(*area.value);
            shaded[find_country_shape(area.country)] = shade_paint(shades_.shade_of_class(index));
        }
        for (const auto& shape : country_shapes()) {
            const auto found = shaded.find(&shape);
            auto polygon = outline(shape, found == shaded.end() ? Paint::land : found->second);
            if (!polygon.rings.empty()) scene_.add(std::move(polygon));
        }
    }

    // With a head in the middle of each leg that is long enough to point somewhere.
    void add_route(const std::vector<Coordinate>& route, MapLabels& labels) {
        Polyline line{{}, {Paint::accent, 1.6}};
        for (const auto& at : route)
            line.points.push_back(view_.to_point(at));
        const auto points = line.points;
        scene_.add(std::move(line));
        const double head = 0.55 * frame_.text_size;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const Point leg{points[i + 1].x - points[i].x, points[i + 1].y - points[i].y};
            const double length = std::hypot(leg.x, leg.y);
            for (double along = 0; along < length; along += 4)
                labels.keep_free(
                    {points[i].x + leg.x * along / length, points[i].y + leg.y * along / length},
                    1.5);
            if (length < 6 * head) continue;
            const Point along{leg.x / length * head, leg.y / length * head};
            const Point middle{points[i].x + leg.x / 2, points[i].y + leg.y / 2};
            labels.keep_free(middle, head);
            scene_.add(Polygon{{{{middle.x + along.x, middle.y + along.y},
                                 {middle.x - along.x - along.y, middle.y - along.y + along.x},
                                 {middle.x - along.x + along.y, middle.y - along.y - along.x}}},
                               Paint::accent});
        }
    }

    double radius_of(const MapPoint& point) const {
        const double least = 0.28 * frame_.text_size;
        if (!point.value || circles_.empty()) return least;
        return std::max(circles_.radius_of(*point.value), least);
    }

    // Greatest first, so that small circles lie on top and great places get their label first. A
    // name that finds no room stands below the map, and its number here, on the mark if need be.
    void add_points(MapLabels& labels) {
        std::vector<std::size_t> order(map_.points.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::ranges::greater{},
                                 [&](std::size_t i) { return map_.points[i].value.value_or(-1); });
        for (const auto i : order) {
            const auto& point = map_.points[i];
            const auto at = view_.to_point(point.at);
            const double radius = radius_of(point);
            if (point.value)
                scene_.add(Circle{at, radius, Paint::series_6, {Paint::series_6, 1}, 0.35});
            else
                scene_.add(Circle{at, radius, Paint::surface, {Paint::accent, 1.4}});
            labels.keep_free(at, radius);
        }
        const auto add_beside = [&](const MapPoint& point, const std::string& text) {
            return labels.add_beside(view_.to_point(point.at), radius_of(point), text);
        };
        std::vector<const MapPoint*> nameless;
        for (const auto i : order)
            if (!add_beside(map_.points[i], map_.points[i].label))
                nameless.push_back(&map_.points[i]);
        for (const auto* point : nameless) {
            const auto number = key_number(key_.size(), frame_);
            if (!add_beside(*point, number)) labels.add_on(view_.to_point(point->at), number);
            key_.push_back(point->label);
        }
    }

    void add_area_labels(MapLabels& labels) {
        for (const auto& area : map_.areas) {
            const auto* shape = find_country_shape(area.country);
            if (shape == nullptr) continue;
            std::vector<Point> largest;
            for (const auto& ring : shape->rings)
                for (auto& part : view_.clipped(ring))
                    if (formats::area(part) > formats::area(largest)) largest = std::move(part);
            if (!largest.empty()) labels.add_inside(largest, area.label);
        }
    }

    const Map& map_;
    const ChartFrame& frame_;
    MapView view_;
    ShadeScale shades_;
    CircleScale circles_;
    Scene scene_;
    std::vector<std::string> key_;  // places whose names found no room, by their numbers
};

}  // namespace

Scene lay_out(const Map& map, const ChartFrame& frame) {
    return MapDrawing(map, frame).lay_out();
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/scene.hpp"

#include <algorithm>

namespace tenpoint::formats {
namespace {

struct MoveBy {
    Point by;

    void operator()(Point& point) const {
        point.x += by.x;
        point.y += by.y;
    }
    void operator()(Polyline& line) const { std::ranges::for_each(line.points, *this); }
    void operator()(Polygon& polygon) const {
        for (auto& ring : polygon.rings)
            std::ranges::for_each(ring, *this);
    }
    void operator()(Rectangle& rectangle) const { (*this)(rectangle.corner); }
    void operator()(Circle& circle) const { (*this)(circle.centre); }
    void operator()(Label& label) const { (*this)(label.at); }
};

struct MirrorWithin {
    double width;

    void operator()(Point& point) const { point.x = width - point.x; }
    void operator()(Polyline& line) const { std::ranges::for_each(line.points, *this); }
    void operator()(Polygon& polygon) const {
        for (auto& ring : polygon.rings)
            std::ranges::for_each(ring, *this);
    }
    void operator()(Rectangle& rectangle) const {
        rectangle.corner.x = width - rectangle.corner.x - rectangle.width;
    }
    void operator()(Circle& circle) const { (*this)(circle.centre); }
    void operator()(Label& label) const {
        (*this)(label.at);
        if (label.anchor == Anchor::left)
            label.anchor = Anchor::right;
        else if (label.anchor == Anchor::right)
            label.anchor = Anchor::left;
    }
};

Paint counted_from(Paint first, std::size_t index) {
    return static_cast<Paint>(static_cast<std::size_t>(first) + index);
}

}  // namespace

Paint series_paint(std::size_t index) {
    return counted_from(Paint::series_1, index % series_paints);
}

Paint shade_paint(std::size_t index) {
    return counted_from(Paint::shade_1, std::min<std::size_t>(index, shade_paints - 1));
}

Scene mirrored(Scene scene) {
    for (auto& shape : scene.shapes)
        std::visit(MirrorWithin{scene.width}, shape);
    scene.right_to_left = !scene.right_to_left;
    return scene;
}

void place(Scene& scene, const Scene& part, Point corner) {
    for (auto shape : part.shapes) {
        std::visit(MoveBy{corner}, shape);
        scene.add(std::move(shape));
    }
}

}  // namespace tenpoint::formats

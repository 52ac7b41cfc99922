// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace tenpoint::formats {

// A drawing that was laid out once and is painted as SVG (svg.hpp) or on a PDF page
// (scene_cairo.hpp). Lengths are points from the top left corner; shapes are painted in their
// order.

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

// What a shape stands for; scene_palette.hpp gives it a colour on light and on dark ground.
enum class Paint {
    none,
    surface,  // the ground itself
    ink,
    quiet,  // secondary text
    axis,
    grid,
    land,
    land_edge,
    water,
    accent,  // the route on a map, the one thing to look at
    rest,    // "others", "unknown"
    series_1,
    series_2,
    series_3,
    series_4,
    series_5,
    series_6,
    series_7,
    series_8,
    shade_1,  // a scale from little to much
    shade_2,
    shade_3,
    shade_4,
    shade_5,
};
inline constexpr int series_paints = 8;
inline constexpr int shade_paints = 5;

// The paint of the nth series or shade, counted from 0; series start over after the eighth.
Paint series_paint(std::size_t index);
Paint shade_paint(std::size_t index);

enum class Dash { solid, dashed, dotted, dash_dotted };

struct Stroke {
    Paint paint = Paint::none;
    double width = 1;
    Dash dash = Dash::solid;
};

struct Polyline {
    std::vector<Point> points;
    Stroke stroke;
};

// One or more closed rings, filled by the even-odd rule.
struct Polygon {
    std::vector<std::vector<Point>> rings;
    Paint fill = Paint::none;
    Stroke stroke{};
    double opacity = 1;
};

struct Rectangle {
    Point corner;  // top left
    double width = 0;
    double height = 0;
    Paint fill = Paint::none;
    double radius = 0;
};

struct Circle {
    Point centre;
    double radius = 0;
    Paint fill = Paint::none;
    Stroke stroke{};
    double opacity = 1;
};

// Which side of a text `at` is: absolute, whatever direction the text itself reads in.
enum class Anchor { left, middle, right };

struct Label {
    Point at;  // on the baseline
    std::string text;
    double size = 9;
    Paint paint = Paint::ink;
    Anchor anchor = Anchor::left;
    bool bold = false;
    bool halo = false;  // outlined in the ground's colour, to be read over lines and shapes
};

using Shape = std::variant<Polyline, Polygon, Rectangle, Circle, Label>;

struct Scene {
    double width = 0;
    double height = 0;
    bool right_to_left = false;  // how its labels read
    std::vector<Shape> shapes{};

    void add(Shape shape) { shapes.push_back(std::move(shape)); }
};

// Charts are laid out from left to right and turned round for Arabic: the value axis stands on the
// right and time runs to the left, as the text does. Letters are not mirrored, only where they
// stand.
Scene mirrored(Scene scene);

// Puts `part` into `scene` with its corner at `corner`.
void place(Scene& scene, const Scene& part, Point corner);

}  // namespace tenpoint::formats

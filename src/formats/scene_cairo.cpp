// SPDX-License-Identifier: Apache-2.0
#include "formats/scene_cairo.hpp"

#include <numbers>
#include <vector>

#include "formats/pango_text.hpp"
#include "formats/scene_palette.hpp"

namespace tenpoint::formats {
namespace {

std::vector<double> dash_lengths(Dash dash) {
    switch (dash) {
        case Dash::solid:
            return {};
        case Dash::dashed:
            return {6, 3};
        case Dash::dotted:
            return {2, 2.2};
        case Dash::dash_dotted:
            return {7, 3, 1.5, 3};
    }
    return {};
}

class CairoPainter {
  public:
    CairoPainter(cairo_t* cairo, bool right_to_left)
        : cairo_(cairo), right_to_left_(right_to_left) {}

    void operator()(const Polyline& line) const {
        add_path(line.points);
        stroke(line.stroke);
    }
    void operator()(const Polygon& polygon) const {
        for (const auto& ring : polygon.rings) {
            add_path(ring);
            cairo_close_path(cairo_);
        }
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
        fill(polygon.fill, polygon.opacity);
        stroke(polygon.stroke);
    }
    void operator()(const Rectangle& rectangle) const {
        add_rounded_rectangle(cairo_, rectangle);
        fill(rectangle.fill, 1);
        cairo_new_path(cairo_);
    }
    void operator()(const Circle& circle) const {
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, circle.centre.x, circle.centre.y, circle.radius, 0, 2 * std::numbers::pi);
        fill(circle.fill, circle.opacity);
        stroke(circle.stroke);
    }
    void operator()(const Label& label) const {
        const auto layout = make_text_layout(
            {.size = label.size, .bold = label.bold, .right_to_left = right_to_left_});
        set_text(layout, label.text);
        const auto extent = extent_of(layout);
        const double left = label.anchor == Anchor::left     ? label.at.x
                            : label.anchor == Anchor::middle ? label.at.x - extent.width / 2
                                                             : label.at.x - extent.width;
        if (label.halo) {
            cairo_move_to(cairo_, left, label.at.y - extent.baseline);
            pango_cairo_layout_path(cairo_, layout.get());
            stroke({Paint::surface, 3});
        }
        use_paint(cairo_, label.paint);
        cairo_move_to(cairo_, left, label.at.y - extent.baseline);
        pango_cairo_show_layout(cairo_, layout.get());
        cairo_new_path(cairo_);
    }

  private:
    void add_path(const std::vector<Point>& points) const {
        cairo_new_sub_path(cairo_);
        for (const auto& point : points)
            cairo_line_to(cairo_, point.x, point.y);
    }
    void fill(Paint paint, double opacity) const {
        if (paint == Paint::none) return;
        use_paint(cairo_, paint, opacity);
        cairo_fill_preserve(cairo_);
    }
    void stroke(const Stroke& stroke) const {
        if (stroke.paint != Paint::none) {
            const auto pattern = dash_lengths(stroke.dash);
            use_paint(cairo_, stroke.paint);
            cairo_set_line_width(cairo_, stroke.width);
            cairo_set_dash(cairo_, pattern.data(), static_cast<int>(pattern.size()), 0);
            cairo_stroke_preserve(cairo_);
        }
        cairo_new_path(cairo_);
    }

    cairo_t* cairo_;
    bool right_to_left_;
};

}  // namespace

void use_paint(cairo_t* cairo, Paint paint, double opacity) {
    const auto colour = palette_entry(paint).light;
    cairo_set_source_rgba(cairo, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0,
                          opacity);
}

void add_rounded_rectangle(cairo_t* cairo, const Rectangle& rectangle) {
    constexpr double quarter = std::numbers::pi / 2;
    const auto [x, y] = rectangle.corner;
    const double right = x + rectangle.width;
    const double bottom = y + rectangle.height;
    const double radius = rectangle.radius;
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, right - radius, y + radius, radius, -quarter, 0);
    cairo_arc(cairo, right - radius, bottom - radius, radius, 0, quarter);
    cairo_arc(cairo, x + radius, bottom - radius, radius, quarter, 2 * quarter);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo);
}

void paint(cairo_t* cairo, const Scene& scene, Point corner) {
    cairo_save(cairo);
    cairo_translate(cairo, corner.x, corner.y);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    const CairoPainter painter(cairo, scene.right_to_left);
    for (const auto& shape : scene.shapes)
        std::visit(painter, shape);
    cairo_restore(cairo);
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/svg.hpp"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "formats/scene_palette.hpp"
#include "formats/xml_text.hpp"

namespace tenpoint::formats {
namespace {

// A tenth of a point is finer than any screen; "12" rather than "12.0", and never "-0".
std::string length(double value) {
    const double tenths = std::round(value * 10);
    if (tenths == 0) return "0";
    auto text = fmt::format("{:.1f}", tenths / 10);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
}

std::string_view dash_array(Dash dash) {
    switch (dash) {
        case Dash::solid:
            return "";
        case Dash::dashed:
            return "6 3";
        case Dash::dotted:
            return "2 2.2";
        case Dash::dash_dotted:
            return "7 3 1.5 3";
    }
    return "";
}

class SvgPainter {
  public:
    explicit SvgPainter(bool right_to_left) : right_to_left_(right_to_left) {}

    void operator()(const Polyline& line) {
        put("<polyline class=\"n");
        put_stroke_class(line.stroke);
        put("\" points=\"");
        for (const auto& point : line.points)
            put("{},{} ", length(point.x), length(point.y));
        if (!line.points.empty()) svg.pop_back();
        put("\"");
        put_stroke(line.stroke);
        put("/>");
    }

    void operator()(const Polygon& polygon) {
        put("<path class=\"");
        put_fill_class(polygon.fill);
        put_stroke_class(polygon.stroke);
        put("\" fill-rule=\"evenodd\" d=\"");
        for (const auto& ring : polygon.rings)
            put_ring(ring);
        put("\"");
        put_opacity(polygon.opacity);
        put_stroke(polygon.stroke);
        put("/>");
    }

    void operator()(const Rectangle& rectangle) {
        put("<rect class=\"");
        put_fill_class(rectangle.fill);
        put("\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", length(rectangle.corner.x),
            length(rectangle.corner.y), length(rectangle.width), length(rectangle.height));
        if (rectangle.radius > 0) put(" rx=\"{}\"", length(rectangle.radius));
        put("/>");
    }

    void operator()(const Circle& circle) {
        put("<circle class=\"");
        put_fill_class(circle.fill);
        put_stroke_class(circle.stroke);
        put("\" cx=\"{}\" cy=\"{}\" r=\"{}\"", length(circle.centre.x), length(circle.centre.y),
            length(circle.radius));
        put_opacity(circle.opacity);
        put_stroke(circle.stroke);
        put("/>");
    }

    void operator()(const Label& label) {
        put("<text class=\"f-{}{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"",
            palette_entry(label.paint).name, label.halo ? " halo" : "", length(label.at.x),
            length(label.at.y), length(label.size));
        if (label.bold) put(" font-weight=\"600\"");
        if (label.anchor == Anchor::middle) {
            put(" text-anchor=\"middle\"");
        } else if ((label.anchor == Anchor::right) != right_to_left_) {
            put(" text-anchor=\"end\"");  // the end of a text that reads from the right is its left
        }
        put(">{}</text>", escaped(label.text));
    }

    std::string svg{};

  private:
    template <class... Parts>
    void put(fmt::format_string<Parts...> format, Parts&&... parts) {
        fmt::format_to(std::back_inserter(svg), format, std::forward<Parts>(parts)...);
    }

    void put_fill_class(Paint fill) {
        if (fill == Paint::none)
            put("n");
        else
            put("f-{}", palette_entry(fill).name);
    }
    void put_stroke_class(const Stroke& stroke) {
        if (stroke.paint != Paint::none) put(" s-{}", palette_entry(stroke.paint).name);
    }
    void put_stroke(const Stroke& stroke) {
        if (stroke.paint == Paint::none) return;
        put(" stroke-width=\"{}\"", length(stroke.width));
        if (stroke.dash != Dash::solid) put(" stroke-dasharray=\"{}\"", dash_array(stroke.dash));
    }
    void put_opacity(double opacity) {
        if (opacity < 1) put(" fill-opacity=\"{}\"", length(opacity));
    }
    void put_ring(const std::vector<Point>& ring) {
        char command = 'M';
        for (const auto& point : ring) {
            put("{}{} {}", command, length(point.x), length(point.y));
            command = 'L';
        }
        put("Z");
    }

    bool right_to_left_;
};

}  // namespace

std::string to_svg(const Scene& scene, std::string_view description, std::string_view css_class) {
    SvgPainter painter(scene.right_to_left);
    for (const auto& shape : scene.shapes)
        std::visit(painter, shape);
    return fmt::format(
        "<svg class=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\"{} "
        "xmlns=\"http://www.w3.org/2000/svg\">{}</svg>",
        css_class, length(scene.width), length(scene.height), escaped(description),
        scene.right_to_left ? " direction=\"rtl\"" : "", painter.svg);
}

std::string svg_style() {
    std::string light;
    std::string dark;
    std::string classes;
    for (const auto& entry : palette()) {
        light += fmt::format("--{}:{};", entry.name, to_css(entry.light));
        dark += fmt::format("--{}:{};", entry.name, to_css(entry.dark));
        classes +=
            fmt::format(".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}\n", entry.name);
    }
    return fmt::format(
        ":root{{color-scheme:light;{0}}}\n"
        "@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{1}}}}}\n"
        "{2}.n{{fill:none}}\n"
        ".halo{{paint-order:stroke;stroke:var(--surface);stroke-width:3px;stroke-linejoin:round}}"
        "\n",
        light, dark, classes);
}

}  // namespace tenpoint::formats

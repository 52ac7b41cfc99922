// SPDX-License-Identifier: Apache-2.0
#include "formats/scene.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "formats/scene_palette.hpp"
#include "formats/scene_text.hpp"
#include "formats/svg.hpp"

namespace tenpoint::formats {
namespace {

// Relative luminance and contrast by WCAG 2.2.
double luminance(Colour colour) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}
double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

TEST(palette, can_be_read_on_light_and_on_dark_ground) {
    const auto& ground = palette_entry(Paint::surface);
    for (const auto text : {Paint::ink, Paint::quiet, Paint::accent, Paint::series_1}) {
        EXPECT_GE(contrast(palette_entry(text).light, ground.light), 4.5)
            << palette_entry(text).name;
        EXPECT_GE(contrast(palette_entry(text).dark, ground.dark), 4.5) << palette_entry(text).name;
    }
    for (std::size_t i = 0; i < series_paints; ++i) {
        const auto& series = palette_entry(series_paint(i));
        EXPECT_GE(contrast(series.light, ground.light), 3) << series.name;
        EXPECT_GE(contrast(series.dark, ground.dark), 3) << series.name;
    }
}

TEST(palette, has_shades_that_ascend_in_grey) {
    for (std::size_t i = 1; i < shade_paints; ++i) {
        const auto& paler = palette_entry(shade_paint(i - 1));
        const auto& darker = palette_entry(shade_paint(i));
        EXPECT_GT(luminance(paler.light), luminance(darker.light) + 0.05) << darker.name;
        EXPECT_LT(luminance(paler.dark), luminance(darker.dark)) << darker.name;
    }
}

TEST(scene, mirrored_twice_is_itself) {
    Scene scene{.width = 100, .height = 10};
    scene.add(Polyline{{{1, 2}, {30, 4}}, {Paint::ink}});
    scene.add(Rectangle{{10, 0}, 20, 5, Paint::ink});
    scene.add(Label{{5, 5}, "left"});
    const auto once = mirrored(scene);
    EXPECT_EQ(std::get<Polyline>(once.shapes[0]).points[0], (Point{99, 2}));
    EXPECT_EQ(std::get<Rectangle>(once.shapes[1]).corner, (Point{70, 0}));
    EXPECT_EQ(std::get<Label>(once.shapes[2]).anchor, Anchor::right);
    const auto twice = mirrored(once);
    EXPECT_EQ(std::get<Polyline>(twice.shapes[0]).points,
              std::get<Polyline>(scene.shapes[0]).points);
    EXPECT_EQ(std::get<Label>(twice.shapes[2]).at, std::get<Label>(scene.shapes[2]).at);
    EXPECT_FALSE(twice.right_to_left);
}

TEST(svg, escapes_texts_and_anchors_them_by_direction) {
    Scene scene{.width = 100, .height = 10};
    scene.add(Label{{5, 5}, "<b>&\"'\x01"});
    EXPECT_EQ(
        to_svg(scene, "a \"b\"", "wide"),
        "<svg class=\"wide\" viewBox=\"0 0 100 10\" role=\"img\" aria-label=\"a &quot;b&quot;\""
        " xmlns=\"http://www.w3.org/2000/svg\"><text class=\"f-ink\" x=\"5\" y=\"5\""
        " font-size=\"9\">&lt;b&gt;&amp;&quot;&#39;</text></svg>");
    const auto right = to_svg(mirrored(scene), "", "wide");
    EXPECT_NE(right.find("direction=\"rtl\""), std::string::npos);
    EXPECT_EQ(right.find("text-anchor"), std::string::npos)
        << "a text that reads from the right starts where it is anchored: at its right";
}

TEST(texts, are_shortened_and_broken_to_fit) {
    const PangoTextMeasure measure;
    const std::string text = "Irregular crossings, National Migration Service of Panama";
    const double width = 90;
    const auto short_text = fitted(measure, text, width, 9);
    EXPECT_TRUE(short_text.ends_with("…"));
    EXPECT_LE(measure.width(short_text, 9), width + 9);
    EXPECT_EQ(fitted(measure, "Panama", width, 9), "Panama");
    const auto lines = wrapped(measure, text, width, 9, false, 3);
    ASSERT_EQ(lines.size(), 3U);
    for (const auto& line : lines)
        EXPECT_LE(measure.width(line, 9), width + 9) << line;
    EXPECT_TRUE(wrapped(measure, "", width, 9, false, 3).empty());
    EXPECT_GT(measure.width("Panama", 9, true), measure.width("Panama", 9));
}

}  // namespace
}  // namespace tenpoint::formats

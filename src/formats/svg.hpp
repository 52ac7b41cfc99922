// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "formats/scene.hpp"

namespace tenpoint::formats {

// The scene as an <svg> element to stand inside HTML, described to screen readers by `description`
// and marked with `css_class`. Colours come from the page by classes: "f-ink" fills and "s-ink"
// strokes with the paint of that name (svg_style), so that a dark page and a printed one each have
// their own.
std::string to_svg(const Scene& scene, std::string_view description, std::string_view css_class);

// The style rules behind those classes, over custom properties named after the paints ("--ink").
std::string svg_style();

}  // namespace tenpoint::formats

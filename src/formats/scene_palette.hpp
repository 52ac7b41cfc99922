// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "formats/scene.hpp"

namespace tenpoint::formats {

struct Colour {
    std::uint8_t red, green, blue;
};

std::string to_css(Colour colour);  // "#0072b2"

// A paint's name in style sheets, and its colour on light ground (and paper) and on dark.
// The series follow the palette of Okabe and Ito (2008), which colour-blind readers tell apart,
// with orange and yellow darkened so that a line keeps 3:1 to the ground (WCAG 2.2, 1.4.11). Text
// paints (ink, quiet, accent) keep 4.5:1 (1.4.3). Shades ascend evenly in lightness, for print in
// grey.
struct PaletteEntry {
    Paint paint;
    std::string_view name;
    Colour light;
    Colour dark;
};
inline constexpr int palette_size = static_cast<int>(Paint::shade_5);  // all but none
const std::array<PaletteEntry, palette_size>& palette();

const PaletteEntry& palette_entry(Paint paint);  // of any but `none`

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/scene_palette.hpp"

#include <fmt/format.h>

namespace tenpoint::formats {
namespace {

constexpr Colour colour(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U),
            static_cast<std::uint8_t>(rgb)};
}

constexpr std::array<PaletteEntry, palette_size> entries{{
    {Paint::surface, "surface", colour(0xffffff), colour(0x12181f)},
    {Paint::ink, "ink", colour(0x16212c), colour(0xe8edf2)},
    {Paint::quiet, "quiet", colour(0x55626f), colour(0xa3b0bd)},
    {Paint::axis, "axis", colour(0x8593a0), colour(0x6f7d8b)},
    {Paint::grid, "grid", colour(0xdfe5ea), colour(0x2a343f)},
    {Paint::land, "land", colour(0xeceae4), colour(0x2a333d)},
    {Paint::land_edge, "land-edge", colour(0xffffff), colour(0x12181f)},
    {Paint::water, "water", colour(0xf1f6fa), colour(0x171f28)},
    {Paint::accent, "accent", colour(0xb34700), colour(0xff9d5c)},
    {Paint::rest, "rest", colour(0xa9b3bc), colour(0x5b6773)},
    {Paint::series_1, "series-1", colour(0x0072b2), colour(0x4aa8e0)},
    {Paint::series_2, "series-2", colour(0xc98300), colour(0xeaa83a)},
    {Paint::series_3, "series-3", colour(0x00835f), colour(0x2bc59a)},
    {Paint::series_4, "series-4", colour(0xc0699c), colour(0xdf94bf)},
    {Paint::series_5, "series-5", colour(0x3c9bd3), colour(0x9ad2f5)},
    {Paint::series_6, "series-6", colour(0xc44f00), colour(0xf5824a)},
    {Paint::series_7, "series-7", colour(0x4d4d4d), colour(0xc4c4c4)},
    {Paint::series_8, "series-8", colour(0x9c8f00), colour(0xe6dc5a)},
    {Paint::shade_1, "shade-1", colour(0xd6e6f2), colour(0x1f3f58)},
    {Paint::shade_2, "shade-2", colour(0xa6c9e2), colour(0x265a80)},
    {Paint::shade_3, "shade-3", colour(0x6aa6cf), colour(0x3179a9)},
    {Paint::shade_4, "shade-4", colour(0x2f7fb5), colour(0x4f9dcd)},
    {Paint::shade_5, "shade-5", colour(0x0b4f82), colour(0x86c5ec)},
}};

constexpr bool is_in_order() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].paint) != i + 1) return false;
    return true;
}
static_assert(is_in_order(), "every paint but none, in the order of the enumeration");

}  // namespace

std::string to_css(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

const std::array<PaletteEntry, palette_size>& palette() {
    return entries;
}

const PaletteEntry& palette_entry(Paint paint) {
    return entries.at(static_cast<std::size_t>(paint) - 1);
}

}  // namespace tenpoint::formats

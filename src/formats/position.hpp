// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace tenpoint::formats {

// An angle on the globe as it was written: decimal degrees, or degrees, minutes and seconds.
struct Angle {
    double degrees = 0;
    char hemisphere = '\0';  // 'N', 'S', 'E' or 'W' where the text names one

    bool operator==(const Angle&) const = default;
};

// Reads "4.6097", "-74,0817", "4°35'56\"N", "74 04 51 W", "S 4 35.5", "74,08 O": O is west, as in
// ouest and oeste. A point or comma always parts the fraction. Nothing for what is none, and for
// minutes and seconds of 60 or more.
std::optional<Angle> parse_angle(std::string_view text);

struct Position {
    double latitude = 0;
    double longitude = 0;

    bool operator==(const Position&) const = default;
};

// Reads both in one cell, the latitude first unless the hemispheres say otherwise: "4.6, -74.1",
// "4,6097; -74,0817", "(4.6 -74.1)", "4°35'56\"N 74°04'51\"W"; "POINT(-74.1 4.6)" has the longitude
// first. Nothing for what is none; how great the angles are is not looked at.
std::optional<Position> parse_position(std::string_view text);

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "desks/movements/observation.hpp"
#include "formats/number.hpp"

namespace tenpoint::movements {

// Millionths of a degree out of decimal degrees of at most `limit`; no_coordinate for a blank
// cell; nothing for what is none.
std::optional<std::int32_t> read_degrees(std::string_view text, int limit,
                                         formats::NumberStyle style);

struct ReadCoordinates {
    std::int32_t latitude = no_coordinate;
    std::int32_t longitude = no_coordinate;
};

// "28.02, -13.78"; both no_coordinate for a blank cell; nothing for what is none.
std::optional<ReadCoordinates> read_coordinates(std::string_view text);

}  // namespace tenpoint::movements

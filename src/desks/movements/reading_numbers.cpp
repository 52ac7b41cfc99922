// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_numbers.hpp"

#include <cmath>

#include "base/text.hpp"

namespace tenpoint::movements {

std::optional<std::int32_t> read_degrees(std::string_view text, int limit,
                                         formats::NumberStyle style) {
    const auto degrees = formats::parse_decimal(text, style);
    if (degrees.kind == formats::NumberKind::blank) return no_coordinate;
    if (!degrees || std::abs(*degrees) > limit) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(*degrees * 1e6));
}

std::optional<ReadCoordinates> read_coordinates(std::string_view text) {
    if (trimmed(text).empty()) return ReadCoordinates{};
    const auto sign = text.find_first_of(",;");
    if (sign == std::string_view::npos) return std::nullopt;
    const formats::NumberStyle point(formats::DecimalSign::point);
    const auto latitude = read_degrees(trimmed(text.substr(0, sign)), 90, point);
    const auto longitude = read_degrees(trimmed(text.substr(sign + 1)), 180, point);
    if (!latitude || !longitude || *latitude == no_coordinate || *longitude == no_coordinate)
        return std::nullopt;
    return ReadCoordinates{*latitude, *longitude};
}

}  // namespace tenpoint::movements

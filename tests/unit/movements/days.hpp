// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "desks/movements/sheet_content_stretch.hpp"

// Days as tests write them: "2024-01-31".
namespace tenpoint::movements {

inline Day day(std::string_view text) {
    return day_from_text(text).value();
}

inline Stretch days(std::string_view from, std::string_view to) {
    return {day(from), day(to)};
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/period.hpp"

namespace tenpoint::formats {

// Two-digit years are 1970 to 2069.
constexpr int full_year(int two_digits) {
    return two_digits + (two_digits < 70 ? 2000 : 1900);
}

// Nothing for days and months that do not exist, and outside the years 1 to 9999.
inline std::optional<Period> day_in(int year, unsigned month, int day) {
    if (year < 1 || year > 9999 || day < 1) return std::nullopt;
    const auto date = std::chrono::year{year} / std::chrono::month{month} /
                      std::chrono::day{static_cast<unsigned>(day)};
    if (!date.ok()) return std::nullopt;
    return Period::containing(Day{date}, PeriodUnit::day);
}

inline std::optional<Period> month_in(int year, unsigned month) {
    const auto first = day_in(year, month, 1);
    if (!first) return std::nullopt;
    return Period::containing(first->first_day(), PeriodUnit::month);
}

}  // namespace tenpoint::formats

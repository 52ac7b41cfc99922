// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tenpoint {

// A civil date in the proleptic Gregorian calendar.
using Day = std::chrono::sys_days;

// "2026-03-28"; years outside 0001 to 9999 do not occur in a Day that we parsed.
std::string to_text(Day day);

// Reads exactly `YYYY-MM-DD`; nothing for anything else and for dates that do not exist.
std::optional<Day> day_from_text(std::string_view text);

// A moment in UTC, to the millisecond. The one representation of time in the program.
struct Instant {
    std::int64_t milliseconds{};  // since 1970-01-01T00:00:00Z

    auto operator<=>(const Instant&) const = default;
};

// "2026-03-28T02:30:00.125Z" (RFC 3339).
std::string to_text(Instant instant);
std::optional<Instant> instant_from_text(std::string_view text);

Day day_of(Instant instant);

}  // namespace tenpoint

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <boost/describe/enum.hpp>

#include "base/date.hpp"

namespace tenpoint {

// How long a stretch of time a figure counts. Weeks are ISO 8601 weeks, from Monday, unless they
// are read as epidemiological ones, from Sunday (CDC's MMWR).
enum class PeriodUnit { day, week, month, quarter, year };
BOOST_DESCRIBE_ENUM(PeriodUnit, day, week, month, quarter, year)

// One calendar day, week, month, quarter or year. Orders by first day, the longer first.
class Period {
  public:
    Period() = default;
    // The period of length `unit` that holds `day`.
    static Period containing(Day day, PeriodUnit unit);

    Day first_day() const { return first_; }
    Day last_day() const;
    PeriodUnit unit() const { return unit_; }
    int length_in_days() const { return static_cast<int>((last_day() - first_).count()) + 1; }

    Period next() const;
    Period previous() const;
    // The same stretch a year earlier; nothing for a week 53 without a counterpart.
    std::optional<Period> year_before() const;
    bool contains(const Period& other) const {
        return first_ <= other.first_ && other.last_day() <= last_day();
    }
    bool overlaps(const Period& other) const {
        return first_ <= other.last_day() && other.first_ <= last_day();
    }

    // A number that orders as the periods do; what segments and caches store.
    // 3 low bits of unit (longest first), the rest days since 1970.
    std::int32_t code() const;
    static Period from_code(std::int32_t code);

    std::strong_ordering operator<=>(const Period& other) const { return code() <=> other.code(); }
    bool operator==(const Period& other) const = default;

  private:
    Period(Day first, PeriodUnit unit) : first_(first), unit_(unit) {}

    Day first_{};
    PeriodUnit unit_ = PeriodUnit::day;
};

// ISO 8601: "2026", "2026-Q1", "2026-03", "2026-W13", "2026-03-28"; and "2026-E13".
std::string to_text(const Period& period);
std::optional<Period> period_from_text(std::string_view text);

}  // namespace tenpoint

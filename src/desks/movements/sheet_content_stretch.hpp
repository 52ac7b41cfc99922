// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/period.hpp"
#include "desks/movements/sheet_content.hpp"

namespace tenpoint::movements {

inline Stretch stretch_of(const Period& period) {
    return {period.first_day(), period.last_day()};
}
inline bool contains(const Stretch& outer, const Stretch& inner) {
    return outer.from <= inner.from && inner.to <= outer.to;
}
inline bool overlap(const Stretch& a, const Stretch& b) {
    return a.from <= b.to && b.from <= a.to;
}

// Nothing where it is not whole months.
std::optional<int> whole_months(const Stretch& stretch);

// The stretch of the same length immediately before: as many months where it is whole months, so
// that a leap year has the year before it; else as many days.
Stretch stretch_before(const Stretch& stretch);

// The calendar month, quarter, year, week or day that the stretch is; nothing for any other.
std::optional<Period> period_of(const Stretch& stretch);

// What `covered` leaves of the stretch, ascending.
std::vector<Stretch> gaps_in(const Stretch& stretch, std::vector<Stretch> covered);

}  // namespace tenpoint::movements

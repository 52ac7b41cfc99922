// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "base/period.hpp"

namespace tenpoint::movements {

// The year that a period's figures belong to: of a week, that of its fourth day, as weeks are
// numbered.
inline Period year_belonged_to(const Period& period) {
    const auto days_in = std::chrono::days{period.unit() == PeriodUnit::week ? 3 : 0};
    return Period::containing(period.first_day() + days_in, PeriodUnit::year);
}

}  // namespace tenpoint::movements

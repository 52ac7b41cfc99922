// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// What one place of a corridor reports. The same people pass each place, so that places stand side
// by side and are never added.
struct CorridorPlace {
    std::string place;
    std::optional<Indicator> indicator;  // the first of those asked for that it has figures of
    std::vector<Figure> series;          // by period
    std::int64_t total = 0;              // over [from, to]; of a stock, the last
};

// The places in the order of the corridor; one without figures has no indicator.
std::vector<CorridorPlace> corridor_profile(const Consolidation& consolidation,
                                            const std::vector<std::string>& places,
                                            const std::vector<Indicator>& indicators,
                                            std::optional<Day> from, std::optional<Day> to,
                                            PeriodUnit unit = PeriodUnit::month);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"
#include "desks/movements/figure_sources.hpp"

namespace tenpoint::movements {

// What one place of a corridor reports. The same people pass each place, so that places stand side
// by side and are never added.
struct CorridorPlace {
    std::string place;
    std::optional<Indicator> indicator;  // the first of those asked for that it has figures of
    std::vector<Figure> series;          // by period
    std::map<std::optional<Period>, SourceSet> sources;  // that stand behind each of them
    // Over the days asked for; of a stock, the last. Nothing where no figure is broken down by the
    // origins asked for.
    std::optional<std::int64_t> total;
    bool origins_left_out = false;  // some figures are not broken down so, and left out
};

// The places in the order of the corridor; one without figures has no indicator. Of `asked` count
// the days, the origins and the length of period.
std::vector<CorridorPlace> corridor_profile(const Consolidation& consolidation,
                                            const std::vector<std::string>& places,
                                            const std::vector<Indicator>& indicators,
                                            const FigureQuery& asked);

}  // namespace tenpoint::movements

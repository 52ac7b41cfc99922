// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "desks/movements/consolidation_place.hpp"

namespace tenpoint::movements {

// Chooses between the sources of a place. `figures` holds what each source says, resolved in time
// (consolidation_time.hpp), in the order of is_earlier; the agreed figures are put into `place`.
//
// Figures that overlap, and those that overlap these, are a cluster. The sources whose figures tile
// its whole stretch of time are compared by their sums over it (a stock by its last figure); one of
// them is chosen by a ruling, else by the rule, else as the highest; of equal ones the one with
// shorter periods, then the first by name. A source that a ruling or an authoritative rule names is
// taken also where it does not tile the cluster; where none tiles it, the one that covers the most
// days. What the chosen source leaves uncovered is then settled in the same way among the others.
// Under the rule `sum` nothing is compared: all figures of all sources are agreed.
void choose_sources(ConsolidatedPlace& place, const std::vector<SourceFigure>& figures,
                    PlaceTrace* trace);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

struct ChangedFigure {
    std::optional<Figure> before;
    std::optional<Figure> after;
    // `after` rests on what is set aside now and whoever asks may not know of: it is not told.
    bool untold = false;
};

// What joint figures become once a batch is accepted.
struct FigureEffect {
    std::vector<ChangedFigure> changed;  // in the order of a FigureTable; equal ones left out
    std::vector<Disagreement> new_disagreements;
};

// `superseded` is the batch whose place the proposed one takes; empty where there is none. One that
// its owner keeps takes the other's place and brings no figures: nothing is proposed then. To
// whoever could not accept the proposed batch nothing is told where a batch counts, or is set
// aside, that they may not know of: proposing this and that they could find out what it says.
FigureEffect effect_of(const Consolidation& now, const std::optional<AcceptedBatch>& proposed,
                       const Id& superseded, const FigureQuery& query, bool speaks_for_it = true);

}  // namespace tenpoint::movements

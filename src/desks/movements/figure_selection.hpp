// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/consolidation_place.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// The row of a table that an agreed figure belongs to, before any breakdown. Empty: not grouped.
struct FigureRow {
    const ConsolidatedPlace* place = nullptr;  // any of them for its indicator
    bool by_place = false;
    std::optional<Period> period;
    std::string_view source;  // name; "" also of all that whoever asks may not know of
};

using TakeFigure =
    std::function<void(const ConsolidatedPlace&, const AgreedFigure&, const FigureRow&)>;

// What another source says of what an agreed figure of that row holds.
using CompareFigure = std::function<void(const SourceFigure&, const FigureRow&)>;

// Calls `take` for each agreed figure that `query` asks for, place by place in the order of time,
// and `compare` for those figures of other sources that whoever asks may know of; where sources
// are told apart nothing is compared. Gives the notes that the table must carry.
std::set<std::string> select_figures(const Consolidation& consolidation, const FigureQuery& query,
                                     const TakeFigure& take, const CompareFigure& compare = {});

bool is_grouped(const FigureQuery& query, Grouping grouping);

// The dimensions by which the query asks figures to be broken down.
Pattern asked_breakdown(const FigureQuery& query);

}  // namespace tenpoint::movements

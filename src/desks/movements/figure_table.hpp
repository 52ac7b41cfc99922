// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// The agreed figures that `query` asks for, in the order of their coordinates.
//
// Asked by a breakdown, each agreed figure is shown by the chosen source's finest breakdown that
// has the most of the asked dimensions, preferring one that adds up; the others stay empty, and
// what is left is `not_broken_down`.
// Filtered by origin, what a source did not break down by origin is left out, and a note says so.
//
// Grouped by period, figures of shorter periods are added into their day, week, month, quarter or
// year; longer ones stay rows of their own. A week belongs to where its Thursday lies (ISO 8601).
// Stocks are not added over time: the last stands, place by place.
FigureTable figures(const Consolidation& consolidation, const FigureQuery& query);

// The order of figures in a table: by their coordinates, counts left alone.
bool is_before(const Figure& a, const Figure& b);

}  // namespace tenpoint::movements

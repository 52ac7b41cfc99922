// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/reading_plan.hpp"

namespace tenpoint::movements {

// Finds by the first rows of a table which cells say that their row sums others up, where no word
// of a list says so, and whether words that say so do:
// - totals in a further breakdown of which parts stand right above or below (`totals_are_sums`)
// - "Land" that sums up "Land - Ceuta" and "Land - Melilla" (`sums`)
// - a text of a sex column that nobody knows, and that always sums up women and men (its `values`)
// - blanks of rows that have a word for the total elsewhere (`blanks_are_all`), but in a column of
//   which all rows are such (`only_totals`)
void settle_sums_beside_parts(std::span<const SampleRow> rows, ReadingPlan& plan);

}  // namespace tenpoint::movements

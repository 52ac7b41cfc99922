// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.hpp"
#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"

namespace tenpoint::movements {

// How the columns of a source's file differ from those of the table that it is likeliest a new
// edition of, by the mapping that is remembered: `column_vanished` for a column that held something
// and is not there any more, `column_appeared` for one that was not there before. Nothing where the
// shape is the same, and where nothing is remembered. A mapping that leaves other columns out
// expects them, and a file with fewer than half of the columns has nothing to do with that table.
Findings changed_columns(const Mapping& remembered, const ColumnLayout& layout);

}  // namespace tenpoint::movements

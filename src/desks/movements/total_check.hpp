// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.hpp"
#include "base/result.hpp"
#include "desks/movements/segment_store.hpp"

namespace tenpoint::movements {

// Where the totals of one file do not add up to their parts, by the same rules by which it is
// counted: totals in any dimension, in rows or in columns, and of longer periods beside shorter
// ones. Each finding has both numbers. Fails as the segment does.
Result<Findings> check_totals(const StoredSegment& segment);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>

#include "base/finding.hpp"
#include "base/result.hpp"
#include "desks/movements/codes.hpp"
#include "desks/movements/segment_store.hpp"

namespace tenpoint::movements {

struct TotalCheck {
    // Where totals do not add up to their parts, each with both numbers: totals in any dimension,
    // in rows or in columns, and of longer periods beside shorter ones.
    Findings findings;
    // What the file comes to: totals beside their parts once, of stocks the last count.
    std::map<Indicator, std::int64_t> totals;
};

// Looks at one file alone by the rules by which it is counted among others. Fails as the segment
// does.
Result<TotalCheck> check_totals(const StoredSegment& segment, bool lists_events = false);

}  // namespace tenpoint::movements

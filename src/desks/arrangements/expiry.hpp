// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "desks/arrangements/agreement.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

// Agreements that run out, as long before as somebody must know.
namespace tenpoint::arrangements {

// From when on somebody must know that it expires; nothing for one without end.
std::optional<Day> notice_day(const Agreement& agreement);

// Those that expire on some day, the earliest first. What only an arrangement that is over rested
// on asks nothing of anybody any more.
std::vector<record::Record<Agreement>> agreements_with_end(const store::Snapshot& snapshot);

// Whether somebody must know by that day that it expires, or has expired.
bool is_expiring(const store::Snapshot& snapshot, const Agreement& agreement, Day day);

// Those of which that is so, the earliest first.
std::vector<record::Record<Agreement>> expiring_agreements(const store::Snapshot& snapshot,
                                                           Day day);

}  // namespace tenpoint::arrangements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"
#include "store/snapshot.hpp"

// What a reader may be told of those that stand behind joint figures, which are the same for all.
namespace tenpoint::movements {

// Whether whoever reads the snapshot may know of a batch: may read it, and its source. Each is
// looked up once. The snapshot outlives the answer.
KnowsBatch known_batches(const store::Snapshot& snapshot);

// The disagreement as it is told to somebody. A source that says what it says by a batch not known
// to them loses its name, and the ruling that names it; unless it is chosen, also its count. Of
// several without a count one is left, behind the others, and the share is that by which the told
// counts differ, or nothing where that is not more than the set share.
Disagreement as_told(Disagreement disagreement, const KnowsBatch& knows, double set_share);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "base/result.hpp"
#include "desks/movements/consolidation.hpp"
#include "desks/movements/consolidation_summary_cache.hpp"
#include "desks/movements/segment_store.hpp"
#include "store/store.hpp"

namespace tenpoint::movements {

// The joint figures over all accepted batches but those that their owners keep, made when first
// asked for and again after a write that touched what they are made from. They are the same for
// every reader: what a reader may see of their sources is decided where they are shown. Safe from
// many threads.
class JointFigures {
  public:
    explicit JointFigures(store::Store& store);

    Result<std::shared_ptr<const Consolidation>> current();

    // A batch as consolidation takes it, whatever its status.
    Result<AcceptedBatch> batch(const Id& id);

    Result<StoredSegment> segment(const Id& batch) const;

  private:
    Result<void> add_summaries(ConsolidationInput& input);

    store::Store& store_;
    SummaryCache summaries_;
    std::mutex mutex_;
    std::shared_ptr<const Consolidation> consolidation_;
    ConsolidationInput gathered_;  // what it was made from, as the store gave it
    std::string made_at_;          // Store::state()
};

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "desks/movements/consolidation_summary.hpp"

namespace tenpoint::movements {

// Summaries of batches, made when first asked for and kept up to a bound of bytes, the longest
// unused dropped first. A segment never changes, so that an entry never becomes wrong. Safe from
// many threads; two that ask for the same batch at once may both make it. What a consolidation
// holds stays in memory with it whatever the bound.
class SummaryCache {
  public:
    SummaryCache(std::size_t greatest_bytes, SegmentLoader load);

    // Fails as the loader or the segment does; failures are not kept.
    Result<std::shared_ptr<const BatchSummary>> get(const Id& batch);

    std::size_t bytes() const;

  private:
    struct Entry {
        Id batch;
        std::shared_ptr<const BatchSummary> summary;
    };

    std::shared_ptr<const BatchSummary> find(const Id& batch);
    void keep(const Id& batch, const std::shared_ptr<const BatchSummary>& summary);

    const std::size_t greatest_bytes_;
    const SegmentLoader load_;
    mutable std::mutex mutex_;
    std::size_t bytes_ = 0;
    std::list<Entry> entries_;  // the latest used first
    std::unordered_map<std::string, std::list<Entry>::iterator> by_batch_;
};

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation_summary_cache.hpp"

#include <utility>

namespace tenpoint::movements {

SummaryCache::SummaryCache(std::size_t greatest_bytes, SegmentLoader load)
    : greatest_bytes_(greatest_bytes), load_(std::move(load)) {}

Result<std::shared_ptr<const BatchSummary>> SummaryCache::get(const Id& batch) {
    if (auto known = find(batch)) return known;
    TENPOINT_TRY(segment, load_(batch));
    TENPOINT_TRY(summary, summarize(segment));
    keep(batch, summary);
    return summary;
}

std::size_t SummaryCache::bytes() const {
    const std::scoped_lock lock(mutex_);
    return bytes_;
}

std::shared_ptr<const BatchSummary> SummaryCache::find(const Id& batch) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_batch_.find(batch.text);
    if (found == by_batch_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return found->second->summary;
}

void SummaryCache::keep(const Id& batch, const std::shared_ptr<const BatchSummary>& summary) {
    const std::scoped_lock lock(mutex_);
    if (by_batch_.contains(batch.text)) return;
    entries_.push_front({batch, summary});
    by_batch_[batch.text] = entries_.begin();
    bytes_ += summary->bytes();
    while (bytes_ > greatest_bytes_ && entries_.size() > 1) {
        bytes_ -= entries_.back().summary->bytes();
        by_batch_.erase(entries_.back().batch.text);
        entries_.pop_back();
    }
}

}  // namespace tenpoint::movements

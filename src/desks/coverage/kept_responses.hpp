// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "base/kept.hpp"
#include "base/result.hpp"
#include "desks/coverage/activity_records.hpp"
#include "desks/coverage/beneficiaries.hpp"
#include "desks/coverage/response_index.hpp"
#include "store/store.hpp"

namespace tenpoint::coverage {

// All that the desk answers from, as one reader may know it; it stays as it is.
struct GatheredResponse {
    explicit GatheredResponse(const store::Snapshot& snapshot)
        : GatheredResponse(snapshot, activity_records(snapshot)) {}
    GatheredResponse(const store::Snapshot& snapshot, const ActivityRecords& reports);
    GatheredResponse(const GatheredResponse&) = delete;
    GatheredResponse& operator=(const GatheredResponse&) = delete;

    Response response;
    std::vector<ReachReport> reached;
    ResponseIndex index;  // of this very response
};

// Responses that were gathered, for as long as nothing is written that they are gathered from, for
// the few views of the records that readers have: most people of a partner may read the same.
// Whoever asks for the same while it is gathered waits for it, and nobody else does. Safe from many
// threads.
class KeptResponses {
  public:
    // As many views are kept; then the one that was not asked for the longest is forgotten.
    static constexpr std::size_t most = 4;

    explicit KeptResponses(store::Store& store) : store_(store) {}

    // Fails with `storage_failed`.
    Result<std::shared_ptr<const GatheredResponse>> of(const access::Principal& principal);

    // Lets go of what is not as the records are any more, so that nothing lingers of what was
    // erased or is for fewer now. For whoever hears of changes. Lets go of all where the database
    // fails.
    void forget_outdated();

    // How many are kept now.
    std::size_t size() const { return kept_.size(); }

  private:
    store::Store& store_;
    Kept<GatheredResponse> kept_{most};
};

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/remembered.hpp"
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

    Response response;
    std::vector<ReachReport> reached;
    ResponseIndex index;
};

// Responses that were gathered, for as long as nothing is written, for the few views of the records
// that readers have: most people of a partner may read the same. One is gathered at a time, and
// whoever waited for the same has it. Safe from many threads.
class KeptResponses {
  public:
    explicit KeptResponses(store::Store& store) : store_(store) {}

    // Fails with `storage_failed`.
    Result<std::shared_ptr<const GatheredResponse>> of(const access::Principal& principal);

  private:
    static constexpr std::size_t most = 4;

    store::Store& store_;
    std::mutex gathering_;
    Remembered<std::shared_ptr<const GatheredResponse>> kept_{most};
};

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

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

// Responses that were gathered, for as long as nothing is written, for the few views of the records
// that readers have: most people of a partner may read the same. Whoever asks for the same while it
// is gathered waits for it, and nobody else does. Safe from many threads.
class KeptResponses {
  public:
    // As many views are kept; then the one that was not asked for the longest is forgotten.
    static constexpr std::size_t most = 4;

    explicit KeptResponses(store::Store& store) : store_(store) {}

    // Fails with `storage_failed`.
    Result<std::shared_ptr<const GatheredResponse>> of(const access::Principal& principal);

    // Lets go of what is not as the store is any more, so that nothing lingers of what was erased
    // or is for fewer now. For whoever hears of changes. Lets go of all where the database fails.
    void forget_outdated();

    // How many are kept now.
    std::size_t size() const;

  private:
    struct View {
        std::string name;
        std::mutex gathering;
        std::string state;                                 // under the mutex of all
        std::shared_ptr<const GatheredResponse> gathered;  // the same; null: not yet, or outdated
    };
    std::string state_or_none();  // empty where the database fails
    std::shared_ptr<View> view_named(const std::string& name);
    std::shared_ptr<const GatheredResponse> known_in(const View& view, const std::string& state);
    void keep(View& view, const std::string& state,
              const std::shared_ptr<const GatheredResponse>& gathered);

    store::Store& store_;
    mutable std::mutex mutex_;
    std::list<std::shared_ptr<View>> views_;  // under the mutex, the last asked for first
};

}  // namespace tenpoint::coverage

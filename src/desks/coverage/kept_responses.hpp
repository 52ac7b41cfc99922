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

// What the desk makes of the activity reports that one reader may know; it stays as it is. Of those
// of sheets that are released for joint figures it takes for every reader whom they reached, and
// nothing else. There are more of them than of all else, and they come in batches, while actions
// are written every day.
struct GatheredReports {
    explicit GatheredReports(const store::Snapshot& snapshot)
        : GatheredReports(snapshot, activity_records(snapshot)) {}
    GatheredReports(const store::Snapshot& snapshot, ActivityRecords reports);
    GatheredReports(const GatheredReports&) = delete;
    GatheredReports& operator=(const GatheredReports&) = delete;

    std::vector<Work> works;
    std::vector<ReachReport> reached;
};

// All that the desk answers from, as one reader may know it; it stays as it is.
struct GatheredResponse {
    GatheredResponse(const store::Snapshot& snapshot,
                     std::shared_ptr<const GatheredReports> reports);
    GatheredResponse(const GatheredResponse&) = delete;
    GatheredResponse& operator=(const GatheredResponse&) = delete;

    std::shared_ptr<const GatheredReports> reports;
    Response response;
    ResponseIndex index;  // of this very response
};

// Responses that were gathered, for as long as nothing is written that they are gathered from, for
// the few views of the records that readers have: most people of a partner may read the same. What
// was made of activity reports is kept for as long as none of them and no place is written.
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
    Kept<GatheredReports> reports_{most};
    Kept<GatheredResponse> kept_{most};
};

}  // namespace tenpoint::coverage

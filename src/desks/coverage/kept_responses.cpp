// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/kept_responses.hpp"

#include "access/may.hpp"
#include "desks/coverage/gathering.hpp"
#include "desks/coverage/reach_reports.hpp"

namespace tenpoint::coverage {
namespace {

// Who may read the same of each of the desk's sources is told the same.
std::string view_of(const access::Principal& principal) {
    return access::readable_predicate(principal, record::Stewardship::partners) + '\n' +
           access::readable_predicate(principal, record::Stewardship::coordinators);
}

}  // namespace

GatheredResponse::GatheredResponse(const store::Snapshot& snapshot, const ActivityRecords& reports)
    : response(gather(snapshot, reports)), reached(reach_reports(reports)), index(response) {}

Result<std::shared_ptr<const GatheredResponse>> KeptResponses::of(
    const access::Principal& principal) try {
    const auto view = view_of(principal);
    if (auto known = kept_.find(store_.state(), view)) return std::move(*known);
    const std::scoped_lock lock(gathering_);
    const auto state = store_.state();  // before it is read: never newer
    if (auto known = kept_.find(state, view)) return std::move(*known);
    return store_.read(
        principal,
        [&](const store::Snapshot& snapshot) -> Result<std::shared_ptr<const GatheredResponse>> {
            std::shared_ptr<const GatheredResponse> gathered =
                std::make_shared<GatheredResponse>(snapshot);
            kept_.keep(state, view, gathered);
            return gathered;
        });
} catch (const store::DatabaseError& error) {
    return Problem{ProblemCode::storage_failed, error.what()};
}

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/as_seen.hpp"

namespace tenpoint::arrangements {

Result<void> check_as_seen(const record::Record<Arrangement>& arrangement,
                           std::optional<std::int64_t> seen) {
    if (seen && *seen != arrangement.envelope.version)
        return Problem{ProblemCode::precondition_failed, "arrangement"};
    return {};
}

Result<record::Record<Arrangement>> to_change_as_seen(const store::Snapshot& snapshot, const Id& id,
                                                      std::optional<std::int64_t> seen) {
    TENPOINT_TRY(arrangement, snapshot.get<Arrangement>(id));
    TENPOINT_CHECK(check_may_change(snapshot, arrangement));
    TENPOINT_CHECK(check_as_seen(arrangement, seen));
    return std::move(arrangement);
}

}  // namespace tenpoint::arrangements

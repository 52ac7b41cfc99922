// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/as_seen.hpp"

namespace tenpoint::arrangements {

Result<record::Record<Arrangement>> as_seen(const store::Snapshot& snapshot, const Id& id,
                                            std::optional<std::int64_t> seen) {
    TENPOINT_TRY(arrangement, snapshot.get<Arrangement>(id));
    if (seen && *seen != arrangement.envelope.version)
        return Problem{ProblemCode::precondition_failed, "arrangement"};
    return std::move(arrangement);
}

}  // namespace tenpoint::arrangements

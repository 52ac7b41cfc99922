// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "access/may.hpp"
#include "base/result.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

// For verbs that look at an arrangement before they act. What one may do is asked first: whoever
// may not do it at all is not sent to look at a newer version.
namespace tenpoint::arrangements {

// Fails with `precondition_failed` where the arrangement has another version than `seen`, if that
// is given.
Result<void> check_as_seen(const record::Record<Arrangement>& arrangement,
                           std::optional<std::int64_t> seen);

// The arrangement, to be changed. Fails with `not_found`, with `forbidden` where it is not the
// principal's to change, and as check_as_seen does.
Result<record::Record<Arrangement>> to_change_as_seen(const store::Snapshot& snapshot,
                                                      const Id& arrangement,
                                                      std::optional<std::int64_t> seen);

// Fails with `forbidden` where the record is not the principal's to change.
template <class K>
Result<void> check_may_change(const store::Snapshot& snapshot, const record::Record<K>& record) {
    const auto subject = access::subject_of(record::Kind<K>::stewardship, record.envelope);
    if (!access::may(snapshot.principal(), access::Verb::change, subject))
        return Problem{ProblemCode::forbidden, std::string{record::Kind<K>::name}};
    return {};
}

}  // namespace tenpoint::arrangements

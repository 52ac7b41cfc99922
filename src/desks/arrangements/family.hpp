// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/result.hpp"
#include "desks/arrangements/action.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::arrangements {

// An arrangement and all that stand in it, at whatever depth, each after the one it stands in; as
// far as they may be read. Fails with `not_found`.
Result<std::vector<record::Record<Arrangement>>> family_of(const store::Snapshot& snapshot,
                                                           const Id& arrangement);

// The records of a kind that hang on an arrangement, oldest first.
template <class K>
std::vector<record::Record<K>> all_of(const store::Snapshot& snapshot, const Id& arrangement) {
    store::ListQuery query;
    query.equal = {{"arrangement", arrangement.text}};
    return snapshot.all<K>(query);
}

// For verbs that look at an arrangement before they act: `precondition_failed` where it has another
// version than `seen`, if that is given.
Result<record::Record<Arrangement>> as_seen(const store::Snapshot& snapshot, const Id& arrangement,
                                            std::optional<std::int64_t> seen);

}  // namespace tenpoint::arrangements

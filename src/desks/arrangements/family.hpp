// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/result.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

// What belongs to an arrangement, as far as it may be read.
namespace tenpoint::arrangements {

using Family = std::vector<record::Record<Arrangement>>;

// An arrangement and all that stand in it, at whatever depth, each after the one it stands in.
// Fails with `not_found`.
Result<Family> family_of(const store::Snapshot& snapshot, const Id& arrangement);

// The records of a kind that hang on an arrangement, oldest first.
template <class K>
std::vector<record::Record<K>> all_of(const store::Snapshot& snapshot, const Id& arrangement) {
    store::ListQuery query;
    query.equal = {{"arrangement", arrangement.text}};
    return snapshot.all<K>(query);
}

// Those that hang on any of a family.
template <class K>
std::vector<record::Record<K>> all_of(const store::Snapshot& snapshot, const Family& family) {
    std::vector<record::Record<K>> records;
    for (const auto& arrangement : family)
        std::ranges::move(all_of<K>(snapshot, arrangement.envelope.id),
                          std::back_inserter(records));
    return records;
}

}  // namespace tenpoint::arrangements

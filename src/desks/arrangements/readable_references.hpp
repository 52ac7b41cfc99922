// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/kind_info.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::arrangements {

// Without the references to what may not be read: a copy is a new record, and names nothing that
// whoever makes it does not know.
record::StoredRow readable_references(const store::Snapshot& snapshot, const record::KindInfo& kind,
                                      record::StoredRow row);

template <class K>
K readable_references(const store::Snapshot& snapshot, const K& value) {
    return record::from_row<K>(
        readable_references(snapshot, record::kind_info<K>(), record::to_row(value)));
}

}  // namespace tenpoint::arrangements

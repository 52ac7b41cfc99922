// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "store/snapshot.hpp"

// What whoever reads the snapshot is told of a record that may be read, beside what is secret: not
// all members are for every reader (record::Told), and of the past of a record no more than could
// be read then. For what is left out nothing stands.
namespace tenpoint::web {

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::Found& found);

// The same for a record of a known kind.
template <class K>
record::Record<K> as_told(const store::Snapshot& snapshot, const record::Record<K>& record) {
    store::Found found{record.envelope, record::to_row(record.value)};
    leave_out_unknown(snapshot, record::kind_info<K>(), found);
    return {found.envelope, record::from_row<K>(found.row)};
}

struct ToldEntry {
    store::JournalEntry entry;
    bool is_whole = true;  // nothing of what was changed is left out
};

// The history of a record, oldest first. What was changed is told to those who might read the
// record both before and after; what was personal was perhaps taken back, and is told to those
// alone who may change the record. `not_found` where it may not be read.
Result<std::vector<ToldEntry>> told_history(const store::Snapshot& snapshot,
                                            const record::KindInfo& kind, const Id& id);

}  // namespace tenpoint::web

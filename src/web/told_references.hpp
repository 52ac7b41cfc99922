// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/snapshot.hpp"

// References that are told to those only who may read what they refer to, as whoever reads the
// snapshot is told them: nothing stands for others. One is what a batch takes the place of, since
// that there is a batch is not told either. In the same way is left out, for those who may not
// change the record, what became of a contact's link, which is the business of whoever sent it, and
// of a history what is personal or secret: an earlier number may have been taken back.
namespace tenpoint::web {

void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::Found& found);
void leave_out_unknown(const store::Snapshot& snapshot, const record::KindInfo& kind,
                       store::JournalEntry& entry);

// The same for a record of a known kind.
template <class K>
record::Record<K> as_told(const store::Snapshot& snapshot, const record::Record<K>& record) {
    store::Found found{record.envelope, record::to_row(record.value)};
    leave_out_unknown(snapshot, record::kind_info<K>(), found);
    return {found.envelope, record::from_row<K>(found.row)};
}

}  // namespace tenpoint::web

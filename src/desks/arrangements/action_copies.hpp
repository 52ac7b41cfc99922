// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <vector>

#include "desks/arrangements/action.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

// What the copy of an action starts as, before its arrangement and parent are set, and whose it is.
struct ActionCopy {
    Action value;
    store::Draft draft;
};
using CopyAction = std::function<ActionCopy(const record::Record<Action>& action)>;

// The arrangements that were made of others, by the ids of those.
using ArrangementCopies = std::map<Id, record::Envelope>;

// Copies actions, each into the arrangement that `copies` has for its own, and no more open than
// that is; one without stays behind. A part goes to the copy of what it is a part of, where that is
// among them and of the same arrangement; else it stands alone. Fails as an insert does.
Result<void> copy_actions(store::Transaction& transaction,
                          const std::vector<record::Record<Action>>& actions,
                          const ArrangementCopies& copies, const CopyAction& copy_of);

}  // namespace tenpoint::arrangements

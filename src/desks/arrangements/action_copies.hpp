// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>

#include "desks/arrangements/action.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

// Takes the actions of one arrangement over into another, planned anew.
class ActionCopies {
  public:
    using ActionRecord = record::Record<Action>;
    // What a copy starts as, before its arrangement and parent are set.
    using Model = std::function<Action(const Action&)>;
    using DraftOf = std::function<store::Draft(const record::Envelope&)>;

    ActionCopies(store::Transaction& transaction, Model model, DraftOf draft)
        : transaction_(transaction), model_(std::move(model)), draft_(std::move(draft)) {}

    // Copies the actions into the arrangement `to`. A part goes to the copy of what it is a part
    // of, where that is copied here or was before; else it stands alone. Fails as an insert does.
    Result<void> copy(std::vector<ActionRecord> actions, const Id& to);

  private:
    store::Transaction& transaction_;
    Model model_;
    DraftOf draft_;
    std::map<Id, Id> made_;  // an action -> its copy
};

}  // namespace tenpoint::arrangements

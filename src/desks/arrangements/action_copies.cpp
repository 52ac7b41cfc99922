// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/action_copies.hpp"

#include <algorithm>

namespace tenpoint::arrangements {

Result<void> ActionCopies::copy(std::vector<ActionRecord> actions, const Id& to) {
    const auto waits = [&](const ActionRecord& action) {
        return action.value.parent && std::ranges::any_of(actions, [&](const auto& other) {
                   return other.envelope.id == action.value.parent->id;
               });
    };
    while (!actions.empty()) {
        auto next = std::ranges::find_if_not(actions, waits);
        if (next == actions.end()) next = actions.begin();  // parts of one another
        auto copy = model_(next->value);
        copy.arrangement = {to};
        copy.parent.reset();
        if (const auto& parent = next->value.parent)
            if (const auto made = made_.find(parent->id); made != made_.end())
                copy.parent = record::Ref<Action>{made->second};
        TENPOINT_TRY(added, transaction_.insert(copy, draft_(next->envelope)));
        made_.emplace(next->envelope.id, added.envelope.id);
        actions.erase(next);
    }
    return {};
}

}  // namespace tenpoint::arrangements

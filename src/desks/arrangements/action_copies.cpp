// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/action_copies.hpp"

#include <set>
#include <utility>

#include "desks/arrangements/openness.hpp"

namespace tenpoint::arrangements {
namespace {

using ActionRecord = record::Record<Action>;

// Actions in an order in which each stands after what it is a part of.
class WholesFirst {
  public:
    explicit WholesFirst(const std::vector<ActionRecord>& actions) {
        std::set<Id> known;
        for (const auto& action : actions)
            known.insert(action.envelope.id);
        for (const auto& action : actions)
            if (const auto& whole = action.value.parent; whole && known.contains(whole->id))
                parts_.emplace(whole->id, &action);
            else
                order_.push_back(&action);
        add_parts();
        for (const auto& action : actions) {  // what is left are parts of one another
            if (added_.contains(action.envelope.id)) continue;
            order_.push_back(&action);
            add_parts();
        }
    }

    const std::vector<const ActionRecord*>& order() const { return order_; }

  private:
    // Behind those whose parts are not in the order yet.
    void add_parts() {
        for (; done_ < order_.size(); ++done_) {
            const auto& id = order_[done_]->envelope.id;
            added_.insert(id);
            const auto [begin, end] = parts_.equal_range(id);
            for (auto part = begin; part != end; ++part)
                if (!added_.contains(part->second->envelope.id)) order_.push_back(part->second);
        }
    }

    std::multimap<Id, const ActionRecord*> parts_;  // by what they are a part of
    std::vector<const ActionRecord*> order_;
    std::set<Id> added_;
    std::size_t done_ = 0;
};

}  // namespace

Result<void> copy_actions(store::Transaction& transaction, const std::vector<ActionRecord>& actions,
                          const ArrangementCopies& copies, const CopyAction& copy_of) {
    std::map<std::pair<Id, Id>, Id> made;  // an arrangement and its action -> the copy of that
    const WholesFirst sorted(actions);
    for (const auto* action : sorted.order()) {
        const auto arrangement = copies.find(action->value.arrangement.id);
        if (arrangement == copies.end()) continue;
        auto copy = copy_of(*action);
        copy.value.arrangement = {arrangement->second.id};
        copy.draft = no_more_open(std::move(copy.draft), arrangement->second);
        copy.value.parent.reset();
        if (const auto& whole = action->value.parent)
            if (const auto found = made.find({action->value.arrangement.id, whole->id});
                found != made.end())
                copy.value.parent = record::Ref<Action>{found->second};
        TENPOINT_TRY(added, transaction.insert(copy.value, copy.draft));
        made.emplace(std::pair{action->value.arrangement.id, action->envelope.id},
                     added.envelope.id);
    }
    return {};
}

}  // namespace tenpoint::arrangements

// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/next_phase.hpp"

#include <algorithm>
#include <ranges>

#include "desks/arrangements/action_copies.hpp"
#include "desks/arrangements/as_seen.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/group_codes.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/openness.hpp"
#include "desks/arrangements/readable_references.hpp"

namespace tenpoint::arrangements {
namespace {

using ArrangementRecord = record::Record<Arrangement>;

store::Draft as_before(const record::Envelope& before) {
    return {before.owner, before.visibility, before.shared_with};
}

std::int64_t number_after(const Arrangement& before) {
    return before.phase.value_or(1) + 1;
}

// A chair that goes round begins anew, with whoever is in the order then.
Arrangement continued(const ArrangementRecord& before, const Phase& phase) {
    auto after = before.value;
    after.status = ArrangementStatus::planned;
    after.begins = phase.begins;
    after.ends = phase.ends;
    after.phase = number_after(before.value);
    after.predecessor = record::Ref<Arrangement>{before.envelope.id};
    after.chair_begins.reset();
    return after;
}

Action planned_anew(const Action& before) {
    auto after = before;
    after.status = ActionStatus::planned;
    after.begins.reset();
    after.due.reset();
    after.progress.reset();
    after.reached.reset();
    after.budget.reset();
    after.funders.clear();
    after.adopted = {};
    return after;
}

bool is_open(const record::Record<Action>& action) {
    return action.value.status == ActionStatus::planned ||
           action.value.status == ActionStatus::under_way;
}

// A phase in the making. It looks at all that there is: what the principal may not read is refused
// when it is to be written.
class NextPhase {
  public:
    NextPhase(store::Transaction& transaction, const Phase& phase)
        : transaction_(transaction),
          whole_(transaction.as_the_node()),
          phase_(phase),
          codes_(transaction, phase.code) {}

    Result<ArrangementRecord> follow(const ArrangementRecord& before) {
        if (is_followed(before))
            return Problem{ProblemCode::already_exists,
                           before.envelope.id.text,
                           {{"/predecessor", "already_followed"}}};
        TENPOINT_TRY(family, family_of(whole_, before.envelope.id));
        auto first = continued(before, phase_);
        first.code = phase_.code;
        first.title = phase_.title;
        TENPOINT_TRY(root, add(before, first));
        for (const auto& group : family | std::views::drop(1))
            TENPOINT_CHECK(carry_group(group));
        TENPOINT_CHECK(carry_actions(family));
        return std::move(root);
    }

  private:
    bool is_followed(const ArrangementRecord& before) const {
        store::ListQuery query;
        query.equal = {{"predecessor", before.envelope.id.text}};
        return std::ranges::any_of(whole_.all<Arrangement>(query), [&](const auto& other) {
            return other.value.phase == number_after(before.value);
        });
    }

    Result<ArrangementRecord> add(const ArrangementRecord& before, const Arrangement& after,
                                  const record::Envelope* whole = nullptr) {
        auto draft = as_before(before.envelope);
        if (whole) draft = no_more_open(std::move(draft), *whole);
        TENPOINT_TRY(added, transaction_.insert(readable_references(transaction_, after), draft));
        copies_.emplace(before.envelope.id, added.envelope);
        TENPOINT_CHECK(carry_members(before.envelope.id, added.envelope));
        return std::move(added);
    }

    // One that has gone on by itself stays behind, with all that stands in it.
    Result<void> carry_group(const ArrangementRecord& before) {
        const auto parent = copies_.find(before.value.parent->id);
        if (parent == copies_.end() || is_followed(before)) return {};
        auto after = continued(before, phase_);
        after.code = codes_.next();
        after.parent = record::Ref<Arrangement>{parent->second.id};
        TENPOINT_CHECK(add(before, after, &parent->second));
        return {};
    }

    // Whoever has not left by the day on which the phase begins.
    Result<void> carry_members(const Id& from, const record::Envelope& to) {
        const auto day = phase_.begins ? phase_.begins->first_day() : day_of(transaction_.now());
        for (const auto& [envelope, before] : all_of<Membership>(whole_, from)) {
            if (before.until && before.until->last_day() < day) continue;
            auto after = readable_references(transaction_, before);
            if (after.partner.empty()) return Problem{ProblemCode::forbidden, "membership"};
            after.arrangement = {to.id};
            if (phase_.begins && (!after.since || after.since->first_day() < day))
                after.since = phase_.begins;
            TENPOINT_CHECK(transaction_.insert(after, no_more_open(as_before(envelope), to)));
        }
        return {};
    }

    Result<void> carry_actions(const Family& family) {
        auto actions = all_of<Action>(whole_, family);
        std::erase_if(actions, [](const auto& action) { return !is_open(action); });
        return copy_actions(transaction_, actions, copies_, [&](const auto& action) {
            return ActionCopy{readable_references(transaction_, planned_anew(action.value)),
                              as_before(action.envelope)};
        });
    }

    store::Transaction& transaction_;
    const store::Snapshot whole_;
    const Phase& phase_;
    GroupCodes codes_;
    ArrangementCopies copies_;  // the next phase of each
};

}  // namespace

Result<record::Record<Arrangement>> open_next_phase(store::Transaction& transaction, const Id& id,
                                                    const Phase& phase,
                                                    std::optional<std::int64_t> seen) {
    TENPOINT_TRY(before, to_change_as_seen(transaction, id, seen));
    return NextPhase(transaction, phase).follow(before);
}

}  // namespace tenpoint::arrangements

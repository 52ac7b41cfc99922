// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/next_phase.hpp"

#include "desks/arrangements/action_copies.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/membership.hpp"

namespace tenpoint::arrangements {
namespace {

store::Draft as_before(const record::Envelope& before) {
    return {before.owner, before.visibility, before.shared_with};
}

Arrangement continued(const record::Record<Arrangement>& before, const Phase& phase) {
    auto after = before.value;
    after.code = phase.code;
    after.title = phase.title;
    after.status = ArrangementStatus::planned;
    after.begins = phase.begins;
    after.ends = phase.ends;
    after.phase = before.value.phase.value_or(1) + 1;
    after.predecessor = record::Ref<Arrangement>{before.envelope.id};
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

// Whoever has not left by the day.
Result<void> carry_members(store::Transaction& transaction, const Id& from, const Id& to,
                           const Phase& phase) {
    const auto day = phase.begins ? phase.begins->first_day() : day_of(transaction.now());
    for (auto& [envelope, member] : all_of<Membership>(transaction, from)) {
        if (member.until && member.until->last_day() < day) continue;
        member.arrangement = {to};
        member.since = phase.begins;
        member.until.reset();
        TENPOINT_CHECK(transaction.insert(member, as_before(envelope)));
    }
    return {};
}

}  // namespace

Result<record::Record<Arrangement>> open_next_phase(store::Transaction& transaction, const Id& id,
                                                    const Phase& phase,
                                                    std::optional<std::int64_t> seen) {
    TENPOINT_TRY(before, as_seen(transaction, id, seen));
    TENPOINT_TRY(after, transaction.insert(continued(before, phase), as_before(before.envelope)));
    TENPOINT_CHECK(carry_members(transaction, id, after.envelope.id, phase));
    auto actions = all_of<Action>(transaction, id);
    std::erase_if(actions, [](const auto& action) { return !is_open(action); });
    TENPOINT_CHECK(ActionCopies(transaction, planned_anew, as_before)
                       .copy(std::move(actions), after.envelope.id));
    return std::move(after);
}

}  // namespace tenpoint::arrangements

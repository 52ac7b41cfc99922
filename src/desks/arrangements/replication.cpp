// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/replication.hpp"

#include <algorithm>

#include "desks/arrangements/action_copies.hpp"
#include "desks/arrangements/as_seen.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/group_codes.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/arrangements/openness.hpp"

namespace tenpoint::arrangements {
namespace {

using ArrangementRecord = record::Record<Arrangement>;

Action template_of(const Action& action) {
    Action copy;
    copy.title = action.title;
    copy.description = action.description;
    copy.points = action.points;
    copy.indicator = action.indicator;
    copy.population = action.population;
    return copy;
}

Arrangement structure_of(const ArrangementRecord& model, const Replica& replica) {
    Arrangement copy;
    copy.title = model.value.title;
    copy.level = model.value.level;
    copy.form = model.value.form;
    copy.places = replica.places;
    copy.objectives = model.value.objectives;
    copy.replicated_from = record::Ref<Arrangement>{model.envelope.id};
    copy.chair_months = model.value.chair_months;
    copy.chair_renewable = model.value.chair_renewable;
    return copy;
}

// One that is shared as the model is.
Result<void> check_may_make(const access::Principal& principal, const record::Envelope& model) {
    const access::Subject replica{record::Kind<Arrangement>::stewardship, model.visibility,
                                  principal.partner, model.shared_with};
    if (!access::may(principal, access::Verb::create, replica))
        return Problem{ProblemCode::forbidden, "arrangement"};
    return {};
}

// One replica in the making.
class Replication {
  public:
    Replication(store::Transaction& transaction, const Replica& replica)
        : transaction_(transaction), replica_(replica), codes_(transaction, replica.code) {}

    Result<ArrangementRecord> make(const Family& family) {
        TENPOINT_CHECK(check_partners(family));
        std::optional<ArrangementRecord> root;
        ArrangementCopies made;
        for (const auto& model : family) {
            auto copy = structure_of(model, replica_);
            auto draft = draft_of(model.envelope);
            if (root) {
                const auto& whole = made.at(model.value.parent->id);
                copy.code = codes_.next();
                copy.parent = record::Ref<Arrangement>{whole.id};
                draft = no_more_open(std::move(draft), whole);
            } else {
                copy.code = replica_.code;
                copy.title = replica_.title;
            }
            TENPOINT_TRY(added, transaction_.insert(copy, draft));
            made.emplace(model.envelope.id, added.envelope);
            TENPOINT_CHECK(copy_members(model.envelope.id, added.envelope));
            if (!root) root = std::move(added);
        }
        auto actions = all_of<Action>(transaction_, family);
        std::erase_if(actions, [](const auto& action) {
            return action.value.status == ActionStatus::dropped;
        });
        TENPOINT_CHECK(copy_actions(transaction_, actions, made, [&](const auto& action) {
            return ActionCopy{template_of(action.value), draft_of(action.envelope)};
        }));
        return std::move(*root);
    }

  private:
    // Shared as the model is, and no more than the replica that it belongs to, so that a copy shows
    // nobody what the model does not.
    store::Draft draft_of(const record::Envelope& model) const {
        return {transaction_.principal().partner, model.visibility, model.shared_with};
    }

    bool is_named(const record::Ref<directory::Partner>& partner) const {
        return std::ranges::find(replica_.partners, partner) != replica_.partners.end();
    }

    Result<void> check_partners(const Family& family) const {
        if (replica_.partners.empty()) return {};
        const auto members = all_of<Membership>(transaction_, family);
        for (const auto& partner : replica_.partners) {
            const bool takes_part = std::ranges::any_of(
                members, [&](const auto& member) { return member.value.partner == partner; });
            if (!takes_part || !transaction_.get<directory::Partner>(partner.id))
                return Problem{ProblemCode::invalid_fields,
                               partner.id.text,
                               {{"/partners", "unknown_reference"}}};
        }
        return {};
    }

    Result<void> copy_members(const Id& from, const record::Envelope& to) {
        for (auto& [envelope, member] : all_of<Membership>(transaction_, from)) {
            if (!is_named(member.partner)) continue;
            member.arrangement = {to.id};
            member.since.reset();
            member.until.reset();
            member.note.reset();
            TENPOINT_CHECK(transaction_.insert(member, no_more_open(draft_of(envelope), to)));
        }
        return {};
    }

    store::Transaction& transaction_;
    const Replica& replica_;
    GroupCodes codes_;
};

}  // namespace

Result<ArrangementRecord> replicate(store::Transaction& transaction, const Id& model,
                                    const Replica& replica, std::optional<std::int64_t> seen) {
    TENPOINT_TRY(arrangement, transaction.get<Arrangement>(model));
    TENPOINT_CHECK(check_may_make(transaction.principal(), arrangement.envelope));
    TENPOINT_CHECK(check_as_seen(arrangement, seen));
    TENPOINT_TRY(family, family_of(transaction, model));
    return Replication(transaction, replica).make(family);
}

}  // namespace tenpoint::arrangements

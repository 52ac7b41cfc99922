// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "desks/arrangements/action.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/arrangements/kinds.hpp"
#include "desks/arrangements/membership.hpp"
#include "desks/directory/kinds.hpp"
#include "held_clock.hpp"
#include "test_database.hpp"

namespace tenpoint::arrangements {

// A node with a task force in Somalia: two members, a working group, and a programme whose parts
// are done, under way and dropped.
class TaskForce : public store::OnEachDatabase {
  protected:
    void SetUp() override {
        OnEachDatabase::SetUp();
        if (!location_) return;
        for (const auto* kind : directory::kinds())
            kinds_.push_back(kind);
        for (const auto* kind : kinds())
            kinds_.push_back(kind);
        store_ =
            std::move(store::Store::open(location_->get(), kinds_, clock_, randomness_).value());
        store_->write(admin_, [&](store::Transaction& transaction) { return settle(transaction); })
            .value();
    }
    void TearDown() override { store_.reset(); }

    template <class Work>
    auto write(Work work) {
        return store_->write(admin_, std::move(work)).value();
    }
    template <class Work>
    auto try_to_write(Work work) {
        return store_->write(admin_, std::move(work));
    }
    template <class K>
    std::vector<record::Record<K>> of(const Id& arrangement) {
        return store_
            ->read(admin_,
                   [&](const store::Snapshot& snapshot) -> Result<std::vector<record::Record<K>>> {
                       return all_of<K>(snapshot, arrangement);
                   })
            .value();
    }
    std::vector<record::Record<Arrangement>> family(const Id& arrangement) {
        return store_
            ->read(
                admin_,
                [&](const store::Snapshot& snapshot) { return family_of(snapshot, arrangement); })
            .value();
    }
    record::Record<Action> action(const std::string& title, const Id& arrangement) {
        for (auto& found : of<Action>(arrangement))
            if (found.value.title.en == title) return std::move(found);
        throw std::runtime_error("no action " + title);
    }

    Result<void> settle(store::Transaction& transaction) {
        TENPOINT_CHECK(add_partner(transaction, "Agency", agency_));
        TENPOINT_CHECK(add_partner(transaction, "Local authority", authority_));
        directory::Place place;
        place.code = "PUNTLAND";
        place.name.en = "Puntland";
        TENPOINT_TRY(somewhere, transaction.insert(place, {}));
        place_ = somewhere.envelope.id;

        Arrangement force;
        force.code = "task-force";
        force.title.en = "Task force";
        force.status = ArrangementStatus::active;
        force.form = Form::task_force;
        force.objectives.en = "Protect whoever is on the move";
        force.places = {{place_}};
        force.begins = period_from_text("2007");
        TENPOINT_TRY(made, transaction.insert(force, {agency_}));
        force_ = made.envelope.id;
        Arrangement group;
        group.code = "group";
        group.title.en = "Group on information";
        group.form = Form::working_group;
        group.parent = record::Ref<Arrangement>{force_};
        TENPOINT_TRY(made_group, transaction.insert(group, {agency_}));
        group_ = made_group.envelope.id;

        TENPOINT_CHECK(add_member(transaction, agency_, MemberRole::co_chair, ""));
        TENPOINT_CHECK(add_member(transaction, authority_, MemberRole::member, "2008"));
        TENPOINT_TRY(programme,
                     add_action(transaction, force_, "Programme", ActionStatus::under_way, {}));
        for (const auto& [title, status] : {std::pair{"Train", ActionStatus::done},
                                            std::pair{"Register", ActionStatus::under_way},
                                            std::pair{"Build", ActionStatus::dropped}})
            TENPOINT_CHECK(add_action(transaction, force_, title, status, programme));
        TENPOINT_CHECK(add_action(transaction, group_, "Inform", ActionStatus::planned, {}));
        return {};
    }

    static Id action_in(const store::Snapshot& snapshot, const std::string& title,
                        const Id& arrangement) {
        for (const auto& [envelope, found] : all_of<Action>(snapshot, arrangement))
            if (found.title.en == title) return envelope.id;
        throw std::runtime_error("no action " + title);
    }

    store::Store& store() { return *store_; }
    static access::Principal user(access::Role role, const Id& partner) {
        return {access::Principal::Sort::user, {}, partner, role, "user"};
    }
    void change_force(const std::function<void(Arrangement&)>& change) {
        auto force = family(force_).front();
        change(force.value);
        write([&](store::Transaction& transaction) { return transaction.update(force); });
    }

    HeldClock clock_;
    access::Principal admin_ = access::Principal::local_administrator("admin");
    Id agency_, authority_, place_, force_, group_;

    Result<void> add_partner(store::Transaction& transaction, const char* name, Id& id) {
        directory::Partner partner;
        partner.name = name;
        TENPOINT_TRY(made, transaction.insert(partner, {}));
        id = made.envelope.id;
        return {};
    }
    Result<Id> add_member(store::Transaction& transaction, const Id& partner, MemberRole role,
                          const char* until, const char* since = "2007",
                          std::optional<std::int64_t> order = {}, const store::Draft& draft = {}) {
        Membership member;
        member.arrangement = {force_};
        member.partner = {partner};
        member.role = role;
        member.since = period_from_text(since);
        member.until = period_from_text(until);
        member.chair_order = order;
        TENPOINT_TRY(made, transaction.insert(member, draft));
        return made.envelope.id;
    }
    Result<Id> add_action(store::Transaction& transaction, const Id& arrangement, const char* title,
                          ActionStatus status, const Id& parent,
                          record::Visibility visibility = record::Visibility::partners) {
        Action action;
        action.arrangement = {arrangement};
        if (!parent.empty()) action.parent = record::Ref<Action>{parent};
        action.title.en = title;
        action.description.en = "In full";
        action.points = {directory::Theme::registration};
        action.lead = record::Ref<directory::Partner>{agency_};
        action.places = {{place_}};
        action.due = period_from_text("2008-06");
        action.status = status;
        action.progress = 40;
        action.indicator = "persons";
        action.target = 1'000;
        action.reached = 400;
        action.budget = 50'000;
        TENPOINT_TRY(made, transaction.insert(action, {agency_, visibility}));
        return made.envelope.id;
    }

  private:
    SystemRandomness randomness_;
    std::vector<const record::KindInfo*> kinds_;
    std::unique_ptr<store::Store> store_;
};

}  // namespace tenpoint::arrangements

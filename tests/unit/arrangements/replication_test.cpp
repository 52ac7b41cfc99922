// SPDX-License-Identifier: Apache-2.0
// The model of one country, set up in another.
#include "desks/arrangements/replication.hpp"

#include <gtest/gtest.h>

#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

class Replicas : public TaskForce {
  protected:
    Replica elsewhere() const {
        Replica replica;
        replica.code = "elsewhere";
        replica.title.en = "Task force elsewhere";
        replica.places = {{place_}};
        return replica;
    }
    Id make(const Replica& replica) {
        return write([&](store::Transaction& transaction) {
                   return replicate(transaction, force_, replica);
               })
            .envelope.id;
    }
    Problem refusal(const Replica& replica, std::optional<std::int64_t> seen = {}) {
        return try_to_write([&](store::Transaction& transaction) {
                   return replicate(transaction, force_, replica, seen);
               })
            .error();
    }
};

TEST_P(Replicas, HaveTheGroupsOfTheModelAndSayWhereTheyComeFrom) {
    const auto made = family(make(elsewhere()));
    ASSERT_EQ(made.size(), 2U);
    const auto& [force, group] = std::tie(made[0].value, made[1].value);
    EXPECT_EQ(force.title.en, "Task force elsewhere");
    EXPECT_EQ(force.status, ArrangementStatus::planned);
    EXPECT_EQ(force.form, Form::task_force);
    EXPECT_EQ(force.objectives.en, "Protect whoever is on the move");
    EXPECT_EQ(force.replicated_from->id, force_);
    EXPECT_FALSE(force.begins);
    EXPECT_EQ(group.code, "elsewhere-1");
    EXPECT_EQ(group.title.en, "Group on information");
    EXPECT_EQ(group.parent->id, made[0].envelope.id);
    EXPECT_EQ(group.replicated_from->id, group_);
}

TEST_P(Replicas, PlanTheActionsAnewWithoutWhoDidThemAndHowFar) {
    const auto made = family(make(elsewhere()));
    ASSERT_EQ(of<Action>(made[0].envelope.id).size(), 3U) << "what was dropped stays behind";
    const auto programme = action("Programme", made[0].envelope.id);
    const auto part = action("Train", made[0].envelope.id).value;
    EXPECT_EQ(part.parent->id, programme.envelope.id);
    EXPECT_EQ(part.status, ActionStatus::planned);
    EXPECT_EQ(part.description.en, "In full");
    EXPECT_EQ(part.points, std::vector{directory::Theme::registration});
    EXPECT_EQ(part.indicator, "persons");
    EXPECT_FALSE(part.lead || part.due || part.progress || part.target || part.reached ||
                 part.budget);
    EXPECT_TRUE(part.places.empty());
    EXPECT_EQ(of<Action>(made[1].envelope.id).size(), 1U);
}

TEST_P(Replicas, TakeOverNoMembersButThosePartnersThatGoAlong) {
    EXPECT_TRUE(of<Membership>(make(elsewhere())).empty());
    auto replica = elsewhere();
    replica.code = "with-agency";
    replica.partners = {{agency_}};
    const auto members = of<Membership>(make(replica));
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members[0].value.role, MemberRole::co_chair);
    EXPECT_FALSE(members[0].value.since);
}

TEST_P(Replicas, KeepPartsWithTheirWholesWhicheverCameFirst) {
    write([&](store::Transaction& transaction) -> Result<void> {
        TENPOINT_TRY(last, add_action(transaction, force_, "Print", ActionStatus::planned, {}));
        TENPOINT_TRY(first, transaction.get<Action>(action_in(transaction, "Train", force_)));
        first.value.parent = record::Ref<Action>{last};
        TENPOINT_CHECK(transaction.update(first));
        return {};
    });
    const auto made = make(elsewhere());
    EXPECT_EQ(action("Train", made).value.parent->id, action("Print", made).envelope.id);
}

// The whole was a part of the same arrangement, and has moved on to another.
TEST_P(Replicas, LetAPartStandAloneWhoseWholeIsElsewhere) {
    write([&](store::Transaction& transaction) -> Result<void> {
        const auto programme = action_in(transaction, "Programme", force_);
        TENPOINT_TRY(whole, transaction.get<Action>(programme));
        whole.value.arrangement = {group_};
        TENPOINT_CHECK(transaction.update(whole));
        return {};
    });
    EXPECT_FALSE(action("Train", make(elsewhere())).value.parent);
}

// As an earlier version let them be.
TEST_P(Replicas, HoldPartsOfOneAnotherOnce) {
    const auto [part, whole] = std::pair{action("Train", force_), action("Programme", force_)};
    location_->session()->execute("update actions set parent = ? where id = ?",
                                  {part.envelope.id.text, whole.envelope.id.text});
    EXPECT_EQ(of<Action>(make(elsewhere())).size(), 3U);
}

TEST_P(Replicas, GiveTheirGroupsCodesThatAreFreeAndShortEnough) {
    write([&](store::Transaction& transaction) {
        Arrangement other;
        other.code = "elsewhere-1";
        other.title.en = "Another";
        return transaction.insert(other, {});
    });
    EXPECT_EQ(family(make(elsewhere()))[1].value.code, "elsewhere-2");
    auto longest = elsewhere();
    longest.code = std::string(60, 'x');
    EXPECT_EQ(family(make(longest))[1].value.code, std::string(58, 'x') + "-1");
}

TEST_P(Replicas, AreRefusedWholeOrNotAtAll) {
    EXPECT_EQ(refusal(elsewhere(), 2).code, ProblemCode::precondition_failed);
    const auto by_a_reader =
        store().write(user(access::Role::reader, agency_), [&](store::Transaction& transaction) {
            return replicate(transaction, force_, elsewhere(), 2);
        });
    EXPECT_EQ(by_a_reader.error().code, ProblemCode::forbidden);
    auto replica = elsewhere();
    replica.code = "group";
    EXPECT_EQ(refusal(replica).code, ProblemCode::already_exists);
    replica = elsewhere();
    replica.partners = {{place_}};
    EXPECT_EQ(refusal(replica).fields,
              (std::vector<FieldProblem>{{"/partners", "unknown_reference"}}));
    replica.partners.clear();
    replica.title = {};
    EXPECT_EQ(refusal(replica).fields, (std::vector<FieldProblem>{{"/title", "required"}}));
    EXPECT_EQ(family(force_).size(), 2U);
    EXPECT_FALSE(store()
                     .read(admin_,
                           [](const store::Snapshot& snapshot) -> Result<bool> {
                               return snapshot.find<Arrangement>("code", "elsewhere").has_value();
                           })
                     .value());
}

INSTANTIATE_TEST_SUITE_P(On, Replicas, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements

// SPDX-License-Identifier: Apache-2.0
// A second phase goes on with what the first did not finish.
#include "desks/arrangements/next_phase.hpp"

#include <gtest/gtest.h>

#include "desks/arrangements/adoption.hpp"
#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

class NextPhase : public TaskForce {
  protected:
    Result<record::Record<Arrangement>> open(std::optional<std::int64_t> seen = {}) {
        Phase phase{"phase-2", {}, period_from_text("2009"), {}};
        phase.title.en = "Second phase";
        return try_to_write([&](store::Transaction& transaction) {
            return open_next_phase(transaction, force_, phase, seen);
        });
    }
};

TEST_P(NextPhase, FollowsItsPredecessor) {
    const auto after = open().value().value;
    EXPECT_EQ(after.phase, 2);
    EXPECT_EQ(after.predecessor->id, force_);
    EXPECT_EQ(after.status, ArrangementStatus::planned);
    EXPECT_EQ(after.objectives.en, "Protect whoever is on the move");
    EXPECT_EQ(after.begins, period_from_text("2009"));
}

TEST_P(NextPhase, KeepsTheMembersThatHaveNotLeft) {
    const auto members = of<Membership>(open().value().envelope.id);
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members[0].value.partner.id, agency_);
    EXPECT_EQ(members[0].value.role, MemberRole::co_chair);
    EXPECT_EQ(members[0].value.since, period_from_text("2009"));
}

TEST_P(NextPhase, PlansWhatIsNeitherDoneNorDropped) {
    write([&](store::Transaction& transaction) {
        return adopt_actions(transaction, force_, Day{std::chrono::year{2007} / 1 / 1});
    });
    const auto after = open().value();
    ASSERT_EQ(of<Action>(after.envelope.id).size(), 2U);
    const auto carried = action("Register", after.envelope.id);
    EXPECT_EQ(carried.value.status, ActionStatus::planned);
    EXPECT_EQ(carried.value.description.en, "In full");
    EXPECT_EQ(carried.value.lead->id, agency_);
    EXPECT_EQ(carried.value.target, 1'000);
    EXPECT_EQ(carried.envelope.owner, agency_);
    EXPECT_EQ(carried.value.parent->id, action("Programme", after.envelope.id).envelope.id);
    EXPECT_FALSE(carried.value.due || carried.value.progress || carried.value.reached);
    EXPECT_TRUE(carried.value.adopted.value.empty());
    EXPECT_EQ(action("Register", force_).value.status, ActionStatus::under_way);
}

TEST_P(NextPhase, IsNotOpenedOverAnArrangementThatHasMovedOn) {
    EXPECT_EQ(open(2).error().code, ProblemCode::precondition_failed);
    EXPECT_TRUE(open(1));
    EXPECT_EQ(open(1).error().code, ProblemCode::already_exists);
}

INSTANTIATE_TEST_SUITE_P(On, NextPhase, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements

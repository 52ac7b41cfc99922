// SPDX-License-Identifier: Apache-2.0
// A second phase goes on with what the first did not finish.
#include "desks/arrangements/next_phase.hpp"

#include <gtest/gtest.h>

#include "desks/arrangements/adoption.hpp"
#include "desks/arrangements/chair.hpp"
#include "node.hpp"

namespace tenpoint::arrangements {
namespace {

class NextPhases : public TaskForce {
  protected:
    static Phase phase(const char* code, const char* begins) {
        Phase made{code, {}, period_from_text(begins), {}};
        made.title.en = "Second phase";
        return made;
    }
    Result<record::Record<Arrangement>> open(const Phase& next, const access::Principal& principal,
                                             std::optional<std::int64_t> seen = {}) {
        return store().write(principal, [&](store::Transaction& transaction) {
            return open_next_phase(transaction, force_, next, seen);
        });
    }
    Result<record::Record<Arrangement>> open(std::optional<std::int64_t> seen = {}) {
        return open(phase("phase-2", "2009"), admin_, seen);
    }
    access::Principal coordinator() const { return user(access::Role::coordinator, authority_); }
    std::vector<std::string> terms_of(const Id& arrangement) {
        std::vector<std::string> terms;
        for (const auto& [envelope, member] : of<Membership>(arrangement))
            terms.push_back((member.since ? to_text(*member.since) : "") + "–" +
                            (member.until ? to_text(*member.until) : ""));
        return terms;
    }
};

TEST_P(NextPhases, FollowTheirPredecessor) {
    const auto after = open().value().value;
    EXPECT_EQ(after.phase, 2);
    EXPECT_EQ(after.predecessor->id, force_);
    EXPECT_EQ(after.status, ArrangementStatus::planned);
    EXPECT_EQ(after.objectives.en, "Protect whoever is on the move");
    EXPECT_EQ(after.begins, period_from_text("2009"));
}

TEST_P(NextPhases, KeepTheMembersThatHaveNotLeft) {
    const auto members = of<Membership>(open().value().envelope.id);
    ASSERT_EQ(members.size(), 1U);
    EXPECT_EQ(members[0].value.partner.id, agency_);
    EXPECT_EQ(members[0].value.role, MemberRole::co_chair);
    EXPECT_EQ(members[0].value.since, period_from_text("2009"));
}

TEST_P(NextPhases, PlanWhatIsNeitherDoneNorDropped) {
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

TEST_P(NextPhases, KeepTheTermThatWasSaidForAMember) {
    write([&](store::Transaction& transaction) -> Result<void> {
        TENPOINT_CHECK(
            add_member(transaction, authority_, MemberRole::chair, "2009-02", "2008-12"));
        TENPOINT_CHECK(add_member(transaction, authority_, MemberRole::donor, "", "2012"));
        return {};
    });
    EXPECT_EQ(terms_of(open().value().envelope.id),
              (std::vector<std::string>{"2009–", "2009–2009-02", "2012–"}));
}

TEST_P(NextPhases, KeepWhatIsKnownOfAMemberWhereNobodySaysWhenTheyBegin) {
    const auto after = open(phase("phase-2", ""), admin_).value();
    EXPECT_EQ(terms_of(after.envelope.id), std::vector<std::string>{"2007–"});
}

TEST_P(NextPhases, SeatNobodyInARotatingChairUntilItsFirstDayIsSaid) {
    change_force([](Arrangement& force) {
        force.chair_months = 12;
        force.chair_begins = Day{std::chrono::year{2007} / 7 / 1};
    });
    write([&](store::Transaction& transaction) -> Result<void> {
        TENPOINT_CHECK(add_member(transaction, authority_, MemberRole::member, "", "2007", 1));
        TENPOINT_CHECK(add_member(transaction, agency_, MemberRole::member, "", "2007", 2));
        return {};
    });
    auto after = open().value();
    const auto turns = [&] {
        const Day day{std::chrono::year{2008} / 12 / 31};
        return store()
            .read(admin_,
                  [&](const store::Snapshot& snapshot) {
                      return chair_on(snapshot, after.envelope.id, day, day);
                  })
            .value()
            .next;
    };
    EXPECT_TRUE(turns().empty());
    after.value.chair_begins = Day{std::chrono::year{2009} / 1 / 1};
    write([&](store::Transaction& transaction) { return transaction.update(after); });
    ASSERT_EQ(turns().size(), 3U);
    EXPECT_EQ(turns().front().partner, authority_);
}

TEST_P(NextPhases, TakeTheGroupsAlongWithTheirActions) {
    const auto after = family(open().value().envelope.id);
    ASSERT_EQ(after.size(), 2U);
    const auto& group = after[1].value;
    EXPECT_EQ(group.code, "phase-2-1");
    EXPECT_EQ(group.title.en, "Group on information");
    EXPECT_EQ(group.parent->id, after[0].envelope.id);
    EXPECT_EQ(group.predecessor->id, group_);
    EXPECT_EQ(group.phase, 2);
    EXPECT_EQ(group.begins, period_from_text("2009"));
    EXPECT_EQ(action("Inform", after[1].envelope.id).value.status, ActionStatus::planned);
}

TEST_P(NextPhases, LeaveBehindAGroupThatHasGoneOnByItself) {
    write([&](store::Transaction& transaction) {
        return open_next_phase(transaction, group_, phase("second-group", "2008"));
    });
    const auto after = family(open().value().envelope.id);
    ASSERT_EQ(after.size(), 2U);
    EXPECT_EQ(after[1].value.title.en, "Second phase");  // of the group's second phase
    EXPECT_EQ(after[1].value.phase, 3);
}

TEST_P(NextPhases, NameNothingThatWhoeverOpensThemMayNotRead) {
    auto registering = action("Register", force_);
    write([&](store::Transaction& transaction) -> Result<void> {
        const store::Draft hidden{agency_, record::Visibility::restricted};
        Arrangement forum;
        forum.code = "forum";
        forum.title.en = "Forum";
        TENPOINT_TRY(counterpart, transaction.insert(forum, hidden));
        directory::Partner unknown;
        unknown.name = "Unknown";
        TENPOINT_TRY(lead, transaction.insert(unknown, hidden));
        TENPOINT_TRY(force, transaction.get<Arrangement>(force_));
        force.value.counterpart = record::Ref<Arrangement>{counterpart.envelope.id};
        TENPOINT_CHECK(transaction.update(force));
        registering.value.lead = record::Ref<directory::Partner>{lead.envelope.id};
        registering.value.partners = {{lead.envelope.id}, {agency_}};
        registering.value.parts.texts = {{lead.envelope.id, "Pays"}, {agency_, "Trains"}};
        TENPOINT_CHECK(transaction.update(registering));
        return {};
    });
    const auto after = open(phase("phase-2", "2009"), coordinator()).value();
    EXPECT_FALSE(after.value.counterpart);
    const auto carried = action("Register", after.envelope.id).value;
    EXPECT_FALSE(carried.lead);
    EXPECT_EQ(carried.parts.texts, (std::map<Id, std::string>{{agency_, "Trains"}}));
    EXPECT_EQ(carried.partners, (std::vector<record::Ref<directory::Partner>>{{agency_}}));
}

TEST_P(NextPhases, CarryAllThatGoesOnOrNothing) {
    write([&](store::Transaction& transaction) {
        return add_action(transaction, group_, "Hide", ActionStatus::planned, {},
                          record::Visibility::confidential);
    });
    EXPECT_EQ(open(phase("phase-2", "2009"), coordinator()).error().code, ProblemCode::forbidden);
    const auto after =
        family(open(phase("phase-2", "2009"), user(access::Role::coordinator, agency_))
                   .value()
                   .envelope.id);
    EXPECT_EQ(action("Hide", after[1].envelope.id).envelope.visibility,
              record::Visibility::confidential);
}

TEST_P(NextPhases, AreOpenedOnce) {
    EXPECT_EQ(open(2).error().code, ProblemCode::precondition_failed);
    const auto reader = user(access::Role::reader, agency_);
    EXPECT_EQ(open(phase("phase-2", "2009"), reader, 2).error().code, ProblemCode::forbidden);
    EXPECT_TRUE(open(1));
    const auto again = open(phase("another-phase-2", "2009"), admin_).error();
    EXPECT_EQ(again.code, ProblemCode::already_exists);
    EXPECT_EQ(again.fields, (std::vector<FieldProblem>{{"/predecessor", "already_followed"}}));
}

INSTANTIATE_TEST_SUITE_P(On, NextPhases, store::both_databases(), store::database_name);

}  // namespace
}  // namespace tenpoint::arrangements

// SPDX-License-Identifier: Apache-2.0
// Who has the chair, as a secretariat asks it.
#include "desks/arrangements/chair.hpp"

#include <gtest/gtest.h>

namespace tenpoint::arrangements {
namespace {

using Memberships = std::vector<record::Record<Membership>>;

record::Record<Membership> membership(const std::string& partner, MemberRole role,
                                      std::optional<std::int64_t> order, const char* since = "",
                                      const char* until = "") {
    record::Record<Membership> made;
    made.envelope.id = {"membership of " + partner};
    made.value.partner = {Id{partner}};
    made.value.role = role;
    made.value.chair_order = order;
    made.value.since = period_from_text(since);
    made.value.until = period_from_text(until);
    return made;
}

record::Record<Membership> in_turn(const std::string& partner, std::int64_t order,
                                   const char* since = "", const char* until = "") {
    return membership(partner, MemberRole::member, order, since, until);
}

Day day(const char* text) {
    return day_from_text(text).value();
}

Arrangement rotating(const char* begins, std::int64_t months) {
    Arrangement arrangement;
    arrangement.chair_begins = day(begins);
    arrangement.chair_months = months;
    return arrangement;
}

// "Fiji 2009-01-01–2009-12-31, …"
std::string told(const std::vector<ChairTurn>& turns) {
    std::string text;
    for (const auto& turn : turns)
        text += (text.empty() ? "" : ", ") + turn.partner.text + ' ' +
                (turn.begins ? to_text(*turn.begins) : "") + "–" +
                (turn.ends ? to_text(*turn.ends) : "");
    return text;
}

const Memberships three{in_turn("Samoa", 3), in_turn("Fiji", 1), in_turn("Nauru", 2)};

TEST(Chair, GoesRoundInTheOrderOfTheMembers) {
    const auto arrangement = rotating("2009-01-01", 12);
    const auto chair = chair_on(arrangement, three, day("2010-06-30"));
    EXPECT_EQ(told(chair.now), "Nauru 2010-01-01–2010-12-31");
    EXPECT_EQ(told(chair.next),
              "Samoa 2011-01-01–2011-12-31, Fiji 2012-01-01–2012-12-31, "
              "Nauru 2013-01-01–2013-12-31");
    EXPECT_EQ(told(chair_on(arrangement, three, day("2009-12-31")).now),
              "Fiji 2009-01-01–2009-12-31");
}

TEST(Chair, IsVacantBeforeTheFirstTurnAndOnceAllHasEnded) {
    auto arrangement = rotating("2009-01-01", 12);
    arrangement.ends = period_from_text("2011");
    const auto before = chair_on(arrangement, three, day("2008-12-31"));
    EXPECT_EQ(told(before.now), "");
    EXPECT_EQ(before.next.size(), 3U);
    const auto last_year = chair_on(arrangement, three, day("2011-12-31"));
    EXPECT_EQ(told(last_year.now), "Samoa 2011-01-01–2011-12-31");
    EXPECT_EQ(told(last_year.next), "");
    const auto after = chair_on(arrangement, three, day("2012-01-01"));
    EXPECT_EQ(told(after.now) + told(after.next), "");
}

TEST(Chair, ChangesOnTheLastDayOfAMonthThatIsTooShort) {
    const auto arrangement = rotating("2011-08-31", 6);
    const auto chair = chair_on(arrangement, three, day("2012-02-28"));
    EXPECT_EQ(told(chair.now), "Fiji 2011-08-31–2012-02-28");
    EXPECT_EQ(told(chair.next),
              "Nauru 2012-02-29–2012-08-30, Samoa 2012-08-31–2013-02-27, "
              "Fiji 2013-02-28–2013-08-30");
}

TEST(Chair, PassesOverWhoeverIsNoMemberOnTheFirstDayOfATurn) {
    const Memberships members{in_turn("Fiji", 1), in_turn("Nauru", 2, "", "2009"),
                              in_turn("Samoa", 5, "2012")};
    const auto chair = chair_on(rotating("2009-01-01", 12), members, day("2010-03-01"));
    EXPECT_EQ(told(chair.now), "Fiji 2010-01-01–2010-12-31");
    EXPECT_EQ(told(chair.next),
              "Fiji 2011-01-01–2011-12-31, Samoa 2012-01-01–2012-12-31, "
              "Fiji 2013-01-01–2013-12-31");
}

TEST(Chair, IsVacantWhereNobodyIsAMember) {
    const Memberships members{in_turn("Fiji", 1, "2011", "2011")};
    const auto arrangement = rotating("2009-01-01", 12);
    const auto chair = chair_on(arrangement, members, day("2010-03-01"));
    EXPECT_EQ(told(chair.now), "");
    EXPECT_EQ(told(chair.next), "Fiji 2011-01-01–2011-12-31");
    EXPECT_EQ(told(chair_on(arrangement, {}, day("2010-03-01")).next), "");
}

TEST(Chair, IsToldAheadOfTurnsThatNobodyHolds) {
    const Memberships members{in_turn("Fiji", 1, "2027-03"), in_turn("Nauru", 2, "2027-03")};
    EXPECT_EQ(told(chair_on(rotating("2027-01-01", 12), members, day("2026-12-01")).next),
              "Fiji 2028-01-01–2028-12-31, Nauru 2029-01-01–2029-12-31, "
              "Fiji 2030-01-01–2030-12-31");
}

TEST(Chair, EndsWithTheArrangement) {
    auto arrangement = rotating("2009-01-01", 12);
    arrangement.ends = period_from_text("2010-03");
    const auto chair = chair_on(arrangement, three, day("2009-06-01"));
    EXPECT_EQ(told(chair.now), "Fiji 2009-01-01–2009-12-31");
    EXPECT_EQ(told(chair.next), "Nauru 2010-01-01–2010-03-31");
    const Memberships beyond{membership("Tonga", MemberRole::chair, {}, "2009-07", "2010-06")};
    EXPECT_EQ(told(chair_on(arrangement, beyond, day("2009-08-01")).now),
              "Tonga 2009-07-01–2010-03-31");
}

TEST(Chair, IsToldWithTheRoleOfItsMember) {
    const Memberships members{membership("Fiji", MemberRole::national_coordinator, 1)};
    const auto chair = chair_on(rotating("2009-01-01", 12), members, day("2009-06-01"));
    EXPECT_EQ(chair.now.front().role, MemberRole::national_coordinator);
}

TEST(Chair, IsWhoeverWasMadeChairForThatDay) {
    auto members = three;
    members.push_back(membership("Tonga", MemberRole::co_chair, {}, "2010-03", "2010-04"));
    members.push_back(membership("Palau", MemberRole::chair, {}, "2010-03", "2010-04"));
    members.push_back(membership("Kiribati", MemberRole::secretariat, {}));
    const auto arrangement = rotating("2009-01-01", 12);
    const auto chair = chair_on(arrangement, members, day("2010-04-30"));
    EXPECT_EQ(told(chair.now), "Tonga 2010-03-01–2010-04-30, Palau 2010-03-01–2010-04-30");
    EXPECT_EQ(chair.next.front().partner.text, "Samoa");
    EXPECT_EQ(told(chair_on(arrangement, members, day("2010-05-01")).now),
              "Nauru 2010-01-01–2010-12-31");
}

TEST(Chair, IsKeptForAnotherTurnOnlyWhereItIsRenewable) {
    auto arrangement = rotating("2009-01-01", 12);
    auto members = three;
    members.push_back(membership("Fiji", MemberRole::chair, {}, "2010", "2010"));
    const auto next = [&] { return told(chair_on(arrangement, members, day("2010-07-01")).next); };
    EXPECT_EQ(next(),
              "Samoa 2011-01-01–2011-12-31, Fiji 2012-01-01–2012-12-31, "
              "Nauru 2013-01-01–2013-12-31");
    arrangement.chair_renewable = true;
    EXPECT_EQ(next(),
              "Nauru 2011-01-01–2011-12-31, Samoa 2012-01-01–2012-12-31, "
              "Fiji 2013-01-01–2013-12-31");
}

TEST(Chair, NeedsNoRotation) {
    const Memberships members{membership("Fiji", MemberRole::chair, {}), in_turn("Nauru", 1)};
    const auto chair = chair_on({}, members, day("2010-07-01"));
    EXPECT_EQ(told(chair.now), "Fiji –");
    EXPECT_EQ(told(chair.next), "");
}

}  // namespace
}  // namespace tenpoint::arrangements

// SPDX-License-Identifier: Apache-2.0
#include "access/may.hpp"

#include <array>

#include <gtest/gtest.h>

namespace tenpoint::access {
namespace {

using record::Stewardship;
using record::Visibility;
using enum Role;

const Id ours{"018bcfe5-6800-7000-8000-000000000001"};
const Id theirs{"018bcfe5-6800-7000-8000-000000000002"};

Principal user(Role role) {
    return {Principal::Sort::user, {}, ours, role, "user"};
}

// A user who acts for nobody: the records of nobody are not the user's own.
Principal without_partner(Role role) {
    return {Principal::Sort::user, {}, {}, role, "user"};
}

constexpr std::array visibilities{Visibility::everybody, Visibility::partners,
                                  Visibility::restricted, Visibility::confidential};

// A record of the principal's own partner; another's that names that partner; another's; nobody's.
std::array<Subject, 4> subjects(Stewardship stewardship, Visibility visibility) {
    return {Subject{stewardship, visibility, ours},
            Subject{stewardship, visibility, theirs, {ours}},
            Subject{stewardship, visibility, theirs}, Subject{stewardship, visibility, {}}};
}

// "o": all, also to say who may read it and to erase it, as its owner's people may; "w": reads,
// makes, changes and removes; "r": only reads; "-": nothing. Anything between would be a hole in
// the rules, and gives "?".
char allowed(const Principal& principal, const Subject& subject) {
    const bool reads = may(principal, Verb::read, subject);
    int writes = 0;
    for (const auto verb : {Verb::create, Verb::change, Verb::remove})
        writes += may(principal, verb, subject) ? 1 : 0;
    int owns = 0;
    for (const auto verb : {Verb::share, Verb::erase})
        owns += may(principal, verb, subject) ? 1 : 0;
    if (writes == 3 && reads && owns == 2) return 'o';
    if (writes == 3 && reads && owns == 0) return 'w';
    if (writes == 0 && owns == 0) return reads ? 'r' : '-';
    return '?';
}

std::string allowed(const Principal& principal, Stewardship stewardship) {
    std::string all;
    for (const auto visibility : visibilities) {
        for (const auto& subject : subjects(stewardship, visibility))
            all += allowed(principal, subject);
        all += ' ';
    }
    all.pop_back();
    return all;
}

struct Row {
    const char* who;
    Principal principal;
    // By visibility: public, partners, restricted, confidential; in each the record is the own
    // partner's, another's that names the own, another's, nobody's.
    const char* partners_keep;
    const char* coordinators_keep;
    const char* administrators_keep;
};

class Rules : public testing::TestWithParam<Row> {};

TEST_P(Rules, Hold) {
    const auto& row = GetParam();
    EXPECT_EQ(allowed(row.principal, Stewardship::partners), row.partners_keep);
    EXPECT_EQ(allowed(row.principal, Stewardship::coordinators), row.coordinators_keep);
    EXPECT_EQ(allowed(row.principal, Stewardship::administrators), row.administrators_keep);
}

constexpr const char* nothing = "---- ---- ---- ----";
constexpr const char* everything = "oooo oooo oooo oooo";
constexpr const char* reads = "rrrr rrrr rr-- r---";

INSTANTIATE_TEST_SUITE_P(
    Access, Rules,
    testing::Values(
        Row{"the_public", {}, "rrrr ---- ---- ----", "rrrr ---- ---- ----", nothing},
        Row{"a_reader", user(reader), "rrrr rrrr rr-- ----", "rrrr rrrr rr-- ----", nothing},
        Row{"a_case_worker", user(case_worker), reads, reads, nothing},
        Row{"a_hotline_operator", user(hotline_operator), reads, reads, nothing},
        Row{"a_contributor", user(contributor), "orrr orrr or-- o---", reads, nothing},
        Row{"an_information_officer", user(information_officer), "orrr orrr or-- o---", reads,
            nothing},
        Row{"a_coordinator", user(coordinator), "owwo owwo ow-- o---", "owwo owwo ow-- o---",
            nothing},
        Row{"an_administrator", user(administrator), everything, everything, everything},
        Row{"a_contributor_without_partner", without_partner(contributor), "rrrr rrrr ---- ----",
            "rrrr rrrr ---- ----", nothing},
        Row{"a_coordinator_without_partner", without_partner(coordinator), "wwwo wwwo ---- ----",
            "wwwo wwwo ---- ----", nothing},
        Row{"the_local_administrator", Principal::local_administrator("root"), everything,
            everything, everything}),
    [](const auto& row) { return std::string(row.param.who); });

// What is not shared is not shared by a list that was left behind.
TEST(Access, NamedPartnersCountForARestrictedRecordAlone) {
    for (const auto visibility : visibilities) {
        const Subject named{Stewardship::partners, visibility, theirs, {ours}};
        const Subject unnamed{Stewardship::partners, visibility, theirs};
        EXPECT_EQ(allowed(user(case_worker), named) != allowed(user(case_worker), unnamed),
                  visibility == Visibility::restricted);
    }
}

// However open the record is: its owner's people who work with records, and administrators.
TEST(Access, WhatTellsOfPersonsIsForThoseWhoReadTheConfidential) {
    for (const auto visibility : visibilities) {
        const auto may_have = [&](const Principal& principal, Subject subject) {
            subject.visibility = visibility;
            return may_have_persons(principal, subject);
        };
        const Subject own{Stewardship::partners, visibility, ours};
        const Subject anothers{Stewardship::partners, visibility, theirs, {ours}};
        const Subject nobodys{Stewardship::partners, visibility, {}};
        for (const auto role :
             {coordinator, information_officer, contributor, case_worker, reader}) {
            EXPECT_EQ(may_have(user(role), own), role != reader);
            EXPECT_FALSE(may_have(user(role), anothers));
            EXPECT_FALSE(may_have(user(role), nobodys));
            EXPECT_FALSE(may_have(without_partner(role), nobodys));
        }
        for (const auto& subject : {own, anothers, nobodys}) {
            EXPECT_FALSE(may_have({}, subject)) << "the public";
            EXPECT_TRUE(may_have(user(administrator), subject));
            EXPECT_TRUE(may_have(Principal::local_administrator("root"), subject));
        }
    }
}

}  // namespace
}  // namespace tenpoint::access

// SPDX-License-Identifier: Apache-2.0
#include "access/may.hpp"

#include <gtest/gtest.h>

namespace tenpoint::access {
namespace {

using record::Stewardship;
using record::Visibility;

const Id ours{"018bcfe5-6800-7000-8000-000000000001"};
const Id theirs{"018bcfe5-6800-7000-8000-000000000002"};

Principal user(Role role) {
    return {Principal::Sort::user, {}, ours, role, "user"};
}

struct Case {
    const char* what;
    Principal principal;
    Stewardship stewardship;
    Visibility visibility;
    Id owner;
    bool reads;
    bool writes;
};

class Rules : public testing::TestWithParam<Case> {};

TEST_P(Rules, Hold) {
    const auto& rule = GetParam();
    const Subject subject{rule.stewardship, rule.visibility, rule.owner};
    EXPECT_EQ(may(rule.principal, Verb::read, subject), rule.reads);
    for (const auto verb : {Verb::create, Verb::change, Verb::remove})
        EXPECT_EQ(may(rule.principal, verb, subject), rule.writes);
}

using enum Role;
constexpr auto partners = Stewardship::partners;
constexpr auto coordinators = Stewardship::coordinators;
constexpr auto administrators = Stewardship::administrators;
constexpr auto open = Visibility::everybody;
constexpr auto shared = Visibility::partners;
constexpr auto restricted = Visibility::restricted;
constexpr auto confidential = Visibility::confidential;

INSTANTIATE_TEST_SUITE_P(
    Access, Rules,
    testing::Values(
        Case{"the_public_reads_what_is_public", {}, partners, open, theirs, true, false},
        Case{"the_public_reads_nothing_else", {}, partners, shared, theirs, false, false},
        Case{"a_reader_reads_what_partners_share", user(reader), partners, shared, theirs, true,
             false},
        Case{"a_reader_changes_nothing_of_the_own_partner", user(reader), partners, shared, ours,
             true, false},
        Case{"an_officer_keeps_the_own_partners_figures", user(information_officer), partners,
             shared, ours, true, true},
        Case{"an_officer_leaves_others_figures", user(information_officer), partners, shared,
             theirs, true, false},
        Case{"a_contributor_keeps_the_own_partners_figures", user(contributor), partners,
             restricted, ours, true, true},
        Case{"a_contributor_sees_no_others_restricted_records", user(contributor), partners,
             restricted, theirs, false, false},
        Case{"an_officer_makes_no_rules", user(information_officer), coordinators, shared, ours,
             true, false},
        Case{"a_coordinator_makes_rules", user(coordinator), coordinators, shared, {}, true, true},
        Case{"a_coordinator_keeps_all_partners_figures", user(coordinator), partners, shared,
             theirs, true, true},
        Case{"a_coordinator_sees_no_others_confidential_records", user(coordinator), partners,
             confidential, theirs, false, false},
        Case{"a_coordinator_sees_no_accounts", user(coordinator), administrators, shared, ours,
             false, false},
        Case{"an_administrator_keeps_accounts", user(administrator), administrators, shared, theirs,
             true, true},
        Case{"a_case_worker_enters_no_figures", user(case_worker), partners, shared, ours, true,
             false},
        Case{"a_hotline_operator_enters_no_figures", user(hotline_operator), partners, shared, ours,
             true, false},
        Case{"the_local_administrator_keeps_everything", Principal::local_administrator("root"),
             administrators, confidential, theirs, true, true}),
    [](const auto& rule) { return std::string(rule.param.what); });

}  // namespace
}  // namespace tenpoint::access

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/period.hpp"
#include "base/problem.hpp"
#include "desks/arrangements/arrangement.hpp"
#include "desks/directory/partner.hpp"
#include "record/values.hpp"

namespace tenpoint::arrangements {

enum class MemberRole {
    chair,
    co_chair,
    member,
    observer,
    secretariat,
    donor,
    implementing_partner,
    national_coordinator,
    advisory_board,
    civil_society,
    convener,
};
BOOST_DESCRIBE_ENUM(MemberRole, chair, co_chair, member, observer, secretariat, donor,
                    implementing_partner, national_coordinator, advisory_board, civil_society,
                    convener)

// A partner's part in an arrangement, for a time. One with two parts has two memberships.
struct Membership {
    record::Ref<Arrangement> arrangement;
    record::Ref<directory::Partner> partner;
    MemberRole role = MemberRole::member;
    std::optional<Period> since;
    std::optional<Period> until;
    bool votes = false;
    std::optional<std::int64_t> chair_order;  // its turn at a rotating chair, from 1
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(Membership, (),
                      (arrangement, partner, role, since, until, votes, chair_order, note))

}  // namespace tenpoint::arrangements

namespace tenpoint::record {

template <>
struct Kind<arrangements::Membership> {
    using Membership = arrangements::Membership;
    static constexpr std::string_view name = "membership", plural = "memberships";
    static constexpr int version = 1;
    static constexpr auto stewardship = Stewardship::coordinators;
    static constexpr auto notes = std::tuple{
        Note<&Membership::arrangement>{{.required = true, .settable = Settable::at_creation}},
        Note<&Membership::partner>{
            {.required = true, .hxl = "#org", .settable = Settable::at_creation}},
        Note<&Membership::role>{{.required = true, .hxl = "#org+role"}},
        Note<&Membership::since>{{.hxl = "#date+start"}},
        Note<&Membership::until>{{.hxl = "#date+end"}},
        Note<&Membership::votes>{},
        Note<&Membership::chair_order>{},
        Note<&Membership::note>{{.max_length = 2'000}},
    };
    static void check(const Membership& membership, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "desks/arrangements/membership.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::arrangements {

// One partner's time in the chair.
struct ChairTurn {
    Id membership;  // by which it has the chair, or a turn at it
    Id partner;
    MemberRole role{};            // of that membership
    std::optional<Day> begins{};  // empty: nobody has said since when
    std::optional<Day> ends{};    // the last day; empty: nobody has said until when

    bool operator==(const ChairTurn&) const = default;
};

struct Chair {
    std::vector<ChairTurn> now;   // several where it is shared; nobody where it is vacant
    std::vector<ChairTurn> next;  // the three turns of the rotation that begin next
};

// Whether the membership holds on that day.
bool holds_on(const Membership& membership, Day day);

// Who chairs an arrangement on a day: the members whose role on that day is chair or co-chair.
// Where there are none the rotation says who: from `chair_begins` on, each member that has a
// `chair_order` in its turn for `chair_months`. Who is no member on the first day of its turn is
// passed over. Where the chair is renewable and whoever has it is made chair beyond its turn, it
// has another one, and the others wait. Nobody chairs after the day on which all ends.
Chair chair_on(const Arrangement& arrangement,
               const std::vector<record::Record<Membership>>& memberships, Day day);

// The same of what is stored. Whoever asks, it is the same chair; turns by a membership that may
// not be read are left out. What has ended on a day that nobody said has ended before `today`.
// Fails with `not_found`.
Result<Chair> chair_on(const store::Snapshot& snapshot, const Id& arrangement, Day day, Day today);

}  // namespace tenpoint::arrangements

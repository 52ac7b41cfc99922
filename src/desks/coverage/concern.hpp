// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "desks/coverage/response.hpp"

namespace tenpoint::coverage {

enum class ConcernSort {
    need_without_action,
    action_without_capacity,
    mandate_without_presence,
    overlap,
};
BOOST_DESCRIBE_ENUM(ConcernSort, need_without_action, action_without_capacity,
                    mandate_without_presence, overlap)

// What a concern is known by from one day to the next. A third partner that joins an overlap makes
// another one of it, so that what was said of two is not taken to hold for three.
struct Subject {
    ConcernSort sort{};
    std::optional<Id> place;
    std::optional<Theme> theme;
    std::optional<Population> people;
    std::vector<Id> partners;  // in order

    auto operator<=>(const Subject&) const = default;
    bool operator==(const Subject&) const = default;
};

// Whether it is all actions, of one place or of several, that name nobody: it does not tell them
// apart. It cannot be dismissed, since that would hold for whatever is added to them.
bool names_nobody(const Subject& subject);

// Why there is one, in a word below `coverage.reasons` of the translations.
enum class Reason {
    need_entered,
    need_counted,
    nobody_works,
    only_within,
    perhaps_within,
    for_others_only,
    planned,
    offered,
    mandated_there,
    mandated_elsewhere,
    nobody_mandated,
    expert_there,
    nobody_named,
    not_present,
    other_services,
    no_room,
    able_there,
    none_mandated_there,
    worked_by,
    present_nowhere,
    work,
    same_people,
    people_not_said,
    mandated,
};
BOOST_DESCRIBE_ENUM(Reason, need_entered, need_counted, nobody_works, only_within, perhaps_within,
                    for_others_only, planned, offered, mandated_there, mandated_elsewhere,
                    nobody_mandated, expert_there, nobody_named, not_present, other_services,
                    no_room, able_there, none_mandated_there, worked_by, present_nowhere, work,
                    same_people, people_not_said, mandated)

struct Grounds {
    Reason reason{};
    std::vector<Id> partners{};
    std::vector<Id> works{};
    std::vector<Population> people{};
    std::optional<std::int64_t> count{};
    std::string counted{};  // word of the indicator
    std::vector<Id> places{};
    std::set<std::string> areas{};  // which the directory does not know, as they were told

    bool operator==(const Grounds&) const = default;
};

// A gap or an overlap on some day.
struct Concern {
    Subject subject;
    std::vector<Theme> themes;  // all that it is about, in order
    std::vector<Grounds> grounds;
};

// The gaps and overlaps of a response on a day, in the order of their subjects.
// - Need without action: nothing that is under way there, or in a place around it, is about it or a
//   part of it, for these people; nor is it so in each of its parts. Where no more is done for
//   everybody than for some, that is said once, of everybody. Where the directory knows no parts
//   of the place, those that reports name may be all of it: that is said.
// - Action without capacity: of those who do it nobody is present there with a service for it, as
//   far as it is known at all where they are. Where nobody is named who does it, that is said once,
//   of all its places together; where a place is asked for, if it is at that one too.
// - Mandate without presence: something is needed or done at a place, and of those who are charged
//   with it nobody is there; or whoever is charged with something is present nowhere.
// - Overlap: two or more do the same for the same people at the same place, each without the other.
//   What does not say for whom it is, or what exactly, may be the same as any other: it is told
//   with each, and makes one overlap out of none that are apart. What is done in an area that the
//   directory does not know overlaps with nothing.
}  // namespace tenpoint::coverage

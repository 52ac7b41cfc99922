// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe/enum.hpp>

namespace tenpoint::movements {

// What a figure counts. Figures of different indicators are never added.
enum class Indicator {
    crossing,            // people recorded crossing a border or passing a point of a route
    arrival,             // people recorded arriving
    departure,           // people recorded leaving
    encounter,           // people met or apprehended by an authority in irregular situation
    interception,        // people stopped on the way, at sea or on land
    detection,           // detections of irregular border-crossing: events, not persons
    return_received,     // nationals received back
    return_carried_out,  // people returned or deported by the place
    expulsion,           // people expelled without a return procedure
    death,
    missing,
    death_and_missing,  // where the source does not tell the two apart
    survivor,
    asylum_application,
    asylum_decision,
    resettlement,
    naturalisation,
    displacement,  // people newly displaced
    stay,          // people present: a stock, never added over time
    in_need,
    targeted,
    reached,
};
BOOST_DESCRIBE_ENUM(Indicator, crossing, arrival, departure, encounter, interception, detection,
                    return_received, return_carried_out, expulsion, death, missing,
                    death_and_missing, survivor, asylum_application, asylum_decision, resettlement,
                    naturalisation, displacement, stay, in_need, targeted, reached)

// A stock counts who is there at a time: over time the last figure stands, nothing is added.
constexpr bool is_stock(Indicator indicator) {
    return indicator == Indicator::stay || indicator == Indicator::in_need ||
           indicator == Indicator::targeted || indicator == Indicator::reached;
}

// In each breakdown, `all` means that the figure is not broken down that way, and `unknown` that
// it is, but the source did not know: the two must not be confused, since an `all` beside its
// parts counts the same people twice and an `unknown` does not.
enum class Sex { all, unknown, female, male, other };
BOOST_DESCRIBE_ENUM(Sex, all, unknown, female, male, other)

enum class AgeGroup {
    all,
    unknown,
    adult,  // 18 and over
    child,  // under 18
    age_0_4,
    age_5_11,
    age_12_17,
    age_18_59,
    age_60_plus,
};
BOOST_DESCRIBE_ENUM(AgeGroup, all, unknown, adult, child, age_0_4, age_5_11, age_12_17, age_18_59,
                    age_60_plus)

// With whom or in which situation people move, as far as a source tells.
enum class Profile {
    all,
    unknown,
    unaccompanied_child,
    accompanied_child,
    family_member,
    single_adult,
    refugee,
    asylum_seeker,
    internally_displaced,
    returnee,
    stateless,
    migrant,
    host_community,
    trafficked,
    in_need_of_protection,  // people in need of international protection, neither of those above
    of_concern,             // others of concern to UNHCR
};
BOOST_DESCRIBE_ENUM(Profile, all, unknown, unaccompanied_child, accompanied_child, family_member,
                    single_adult, refugee, asylum_seeker, internally_displaced, returnee, stateless,
                    migrant, host_community, trafficked, in_need_of_protection, of_concern)

// How a place's figure is chosen where sources overlap.
enum class RuleMethod {
    authoritative,  // the named source where it has a figure, else the highest
    highest,
    lowest,
    median,  // of an even number, the lower of the two in the middle: a figure that a source gave
    sum,     // the sources are declared to count different people
};
BOOST_DESCRIBE_ENUM(RuleMethod, authoritative, highest, lowest, median, sum)

}  // namespace tenpoint::movements

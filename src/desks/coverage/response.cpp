// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/response.hpp"

namespace tenpoint::coverage {
namespace {

// Deeper than anything nests; what is said to lie in itself ends there.
constexpr int deepest = 20;

std::optional<Id> outer_place(const Response& response, const Id& place) {
    const auto found = response.places.find(place);
    return found == response.places.end() ? std::nullopt : found->second;
}

std::optional<Id> outer_partner(const Response& response, const Id& partner) {
    const auto found = response.actors.find(partner);
    return found == response.actors.end() ? std::nullopt : found->second.whole;
}

template <class Outer>
bool climbs_to(const Response& response, const Id& from, const Id& to, Outer outer) {
    std::optional<Id> here = from;
    for (int depth = 0; here && depth < deepest; ++depth) {
        if (*here == to) return true;
        here = outer(response, *here);
    }
    return false;
}

}  // namespace

bool runs_on(const Work& work, Day day) {
    if (work.stage == Stage::planned || (work.begins && day < *work.begins)) return false;
    return work.stage == Stage::under_way || (work.ends && day <= *work.ends);
}

bool is_planned_on(const Work& work, Day day) {
    if (work.stage == Stage::planned) return !work.ends || day <= *work.ends;
    return work.begins && day < *work.begins;
}

bool is_there_on(const Station& station, Day day) {
    return (!station.since || *station.since <= day) && (!station.until || day <= *station.until);
}

bool is_within(const Response& response, const Id& place, const Id& outer) {
    return climbs_to(response, place, outer, outer_place);
}

bool meets(const Response& response, const Id& one, const Id& other) {
    return is_within(response, one, other) || is_within(response, other, one);
}

bool belongs_to(const Response& response, const Id& partner, const Id& whole) {
    return climbs_to(response, partner, whole, outer_partner);
}

}  // namespace tenpoint::coverage

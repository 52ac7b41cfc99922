// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/response.hpp"

#include "base/text.hpp"

namespace tenpoint::coverage {
namespace {

// Deeper than anything nests; what is said to lie in itself ends there.
constexpr int deepest = 20;

const Id* outer_place(const Response& response, const Id& place) {
    const auto found = response.places.find(place);
    return found != response.places.end() && found->second ? &*found->second : nullptr;
}

const Id* outer_partner(const Response& response, const Id& partner) {
    const auto found = response.actors.find(partner);
    return found != response.actors.end() && found->second.whole ? &*found->second.whole : nullptr;
}

// Whether `is_it(id)` holds on the way from the inside out.
template <class Outer, class IsIt>
bool climbs(const Response& response, const Id& from, Outer outer, IsIt is_it) {
    const auto* here = &from;
    for (int depth = 0; here && depth < deepest; ++depth) {
        if (is_it(*here)) return true;
        here = outer(response, *here);
    }
    return false;
}

template <class Outer>
std::vector<Id> climbed(const Response& response, const Id& from, Outer outer) {
    std::vector<Id> passed;
    climbs(response, from, outer, [&](const Id& here) {
        passed.push_back(here);
        return false;
    });
    return passed;
}

}  // namespace

Id organisation_id(const std::string& name) {
    return {"organisation " + folded(name)};
}

const std::string& title_in(const Work& work, Language language) {
    return work.told_as.empty() ? work.title.in(language) : work.told_as;
}

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
    return climbs(response, place, outer_place, [&](const Id& here) { return here == outer; });
}

bool meets(const Response& response, const Id& one, const Id& other) {
    return is_within(response, one, other) || is_within(response, other, one);
}

bool belongs_to(const Response& response, const Id& partner, const Id& whole) {
    return climbs(response, partner, outer_partner, [&](const Id& here) { return here == whole; });
}

std::vector<Id> with_outer_places(const Response& response, const Id& place) {
    return climbed(response, place, outer_place);
}

std::vector<Id> with_wholes(const Response& response, const Id& partner) {
    return climbed(response, partner, outer_partner);
}

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern.hpp"

#include <algorithm>

#include "desks/coverage/concern_parts.hpp"

namespace tenpoint::coverage {
namespace {

// One subject is told once, with all that was found about it.
void join(Concern& concern, Concern& more) {
    for (const auto theme : more.themes)
        if (std::ranges::find(concern.themes, theme) == concern.themes.end())
            concern.themes.push_back(theme);
    std::ranges::sort(concern.themes);
    for (auto& grounds : more.grounds)
        if (std::ranges::find(concern.grounds, grounds) == concern.grounds.end())
            concern.grounds.push_back(std::move(grounds));
}

}  // namespace

std::vector<Concern> find_concerns(const Response& response, Day day) {
    const auto standing = standing_on(response, day);
    std::vector<Concern> found;
    find_needs_without_action(standing, found);
    find_actions_without_capacity(standing, found);
    find_mandates_without_presence(standing, found);
    find_overlaps(standing, found);
    std::ranges::stable_sort(found, {}, &Concern::subject);
    std::vector<Concern> told;
    for (auto& concern : found) {
        if (!told.empty() && told.back().subject == concern.subject)
            join(told.back(), concern);
        else
            told.push_back(std::move(concern));
    }
    return told;
}

}  // namespace tenpoint::coverage

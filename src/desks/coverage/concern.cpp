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

bool names_nobody(const Subject& subject) {
    return subject.sort == ConcernSort::action_without_capacity && subject.partners.empty();
}

std::vector<Concern> find_concerns(const Standing& standing) {
    std::vector<Concern> found;
    const auto& sort = standing.query.sort;
    const auto look = [&](ConcernSort of, auto find) {
        if (!sort || *sort == of) find(standing, found);
    };
    look(ConcernSort::need_without_action, find_needs_without_action);
    look(ConcernSort::action_without_capacity, find_actions_without_capacity);
    look(ConcernSort::mandate_without_presence, find_mandates_without_presence);
    look(ConcernSort::overlap, find_overlaps);
    std::ranges::stable_sort(found, {}, &Concern::subject);
    std::vector<Concern> told;
    for (auto& concern : found) {
        if (!told.empty() && told.back().subject == concern.subject)
            join(told.back(), concern);
        else
            told.push_back(std::move(concern));
    }
    std::erase_if(told, [&](const Concern& concern) {
        return !is_asked(standing.response(), concern, standing.query);
    });
    return told;
}

}  // namespace tenpoint::coverage

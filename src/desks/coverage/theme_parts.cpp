// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/theme_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tenpoint::coverage {
namespace {

using enum Theme;

// Themes are ordered: each point is followed by its parts, the sectors come last.
constexpr std::array points{cooperation,
                            data,
                            entry_systems,
                            reception,
                            profiling_and_referral,
                            differentiated_processes,
                            refugee_solutions,
                            secondary_movements,
                            returns_and_alternatives,
                            information_strategy};
constexpr auto first_sector = education;

// What sectors do of the points: whoever is received needs food, water, a roof and care.
constexpr std::array<std::pair<Theme, Theme>, 16> done_by_sectors{{
    {education, reception},
    {food_security, reception},
    {health, reception},
    {nutrition, reception},
    {shelter, reception},
    {water_and_sanitation, reception},
    {cash_assistance, reception},
    {transport, reception},
    {protection, entry_systems},
    {protection, profiling_and_referral},
    {protection, asylum_procedures},
    {child_protection, unaccompanied_children},
    {gender_based_violence, women_at_risk},
    {trafficking_and_smuggling, trafficked_persons},
    {livelihoods, local_integration},
    {livelihoods, refugee_solutions},
}};

}  // namespace

Theme whole_of(Theme theme) {
    if (theme >= first_sector) return theme;
    return *std::prev(std::ranges::upper_bound(points, theme));
}

bool concerns(Theme work, Theme asked) {
    return work == asked || whole_of(work) == asked || whole_of(asked) == work;
}

bool any_concerns(const std::vector<Theme>& works, Theme asked) {
    return std::ranges::any_of(works, [&](Theme work) { return concerns(work, asked); });
}

bool answers(Theme work, Theme needed) {
    return concerns(work, needed) ||
           std::ranges::find(done_by_sectors, std::pair{work, needed}) != done_by_sectors.end();
}

ResponsePhase phase_of(Theme theme) {
    switch (whole_of(theme)) {
        case entry_systems:
        case transport:
            return ResponsePhase::arrival;
        case reception:
        case education:
        case food_security:
        case health:
        case nutrition:
        case shelter:
        case water_and_sanitation:
        case cash_assistance:
            return ResponsePhase::reception;
        case profiling_and_referral:
        case differentiated_processes:
        case protection:
        case child_protection:
        case gender_based_violence:
        case trafficking_and_smuggling:
            return ResponsePhase::processing;
        case refugee_solutions:
        case secondary_movements:
        case returns_and_alternatives:
        case livelihoods:
            return ResponsePhase::solutions;
        default:
            return ResponsePhase::preparedness;
    }
}

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/theme_parts.hpp"

#include <algorithm>
#include <array>

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

}  // namespace

Theme whole_of(Theme theme) {
    if (theme >= first_sector) return theme;
    return *std::prev(std::ranges::upper_bound(points, theme));
}

bool concerns(Theme work, Theme asked) {
    return work == asked || whole_of(work) == asked || whole_of(asked) == work;
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

// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/concern_query.hpp"

#include <algorithm>

namespace tenpoint::coverage {
namespace {

bool is_of(Theme theme, const std::optional<Theme>& asked) {
    return !asked || theme == *asked || whole_of(theme) == *asked;
}

bool is_of(Theme theme, const std::optional<ResponsePhase>& asked) {
    return !asked || phase_of(theme) == *asked;
}

// Where nothing is asked, also of what is about no theme.
template <class Asked>
bool any_is_of(const std::vector<Theme>& themes, const std::optional<Asked>& asked) {
    return !asked || std::ranges::any_of(themes, [&](Theme theme) { return is_of(theme, asked); });
}

}  // namespace

bool is_asked(Theme theme, const ConcernQuery& query) {
    return is_of(theme, query.theme) && is_of(theme, query.phase);
}

bool is_asked(const Response& response, const Concern& concern, const ConcernQuery& query) {
    const auto& subject = concern.subject;
    if (query.sort && *query.sort != subject.sort) return false;
    // Without a place they are told only where one of their places is asked for.
    const bool is_of_several_places = names_nobody(subject) && !subject.place;
    if (query.place && !is_of_several_places &&
        !(subject.place && is_within(response, *subject.place, *query.place)))
        return false;
    if (query.people && subject.people != query.people &&
        std::ranges::none_of(concern.grounds, [&](const Grounds& grounds) {
            return std::ranges::count(grounds.people, *query.people) > 0;
        }))
        return false;
    if (query.partner && std::ranges::count(subject.partners, *query.partner) == 0) return false;
    return any_is_of(concern.themes, query.theme) && any_is_of(concern.themes, query.phase);
}

}  // namespace tenpoint::coverage

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "desks/coverage/concern.hpp"
#include "desks/coverage/theme_parts.hpp"

namespace tenpoint::coverage {

// Which concerns are asked for; what is left empty asks for all.
struct ConcernQuery {
    std::optional<ConcernSort> sort{};
    std::optional<Id> place{};     // with what lies in it
    std::optional<Theme> theme{};  // with its parts
    std::optional<Population> people{};
    std::optional<Id> partner{};
    std::optional<ResponsePhase> phase{};
};
// Actions of several places that name nobody are one concern without a place: of these, whoever
// finds them takes those that are at a place that is asked for.
bool is_asked(const Response& response, const Concern& concern, const ConcernQuery& query);
// The same of one theme that a concern is about.
bool is_asked(Theme theme, const ConcernQuery& query);

}  // namespace tenpoint::coverage

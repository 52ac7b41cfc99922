// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <boost/describe/enum.hpp>

#include "desks/directory/theme.hpp"

namespace tenpoint::coverage {

using directory::Theme;

// The point that a theme is a part of; a point and a sector are their own.
Theme whole_of(Theme theme);

// Whether work on the one does something about the other: it is the same, a part of it, or all of
// it. Two parts of one point are different things.
bool concerns(Theme work, Theme asked);
bool any_concerns(const std::vector<Theme>& works, Theme asked);

// Whether it does something about what is needed: it concerns it, or is of a sector that does much
// of that point.
bool answers(Theme work, Theme needed);

// The phases that a response to mixed movements goes through, in their order.
enum class ResponsePhase { preparedness, arrival, reception, processing, solutions };
BOOST_DESCRIBE_ENUM(ResponsePhase, preparedness, arrival, reception, processing, solutions)

// Where in a response a theme mostly belongs.
ResponsePhase phase_of(Theme theme);

}  // namespace tenpoint::coverage

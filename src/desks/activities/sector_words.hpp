// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desks/activities/plan_indicator.hpp"
#include "desks/directory/theme.hpp"

namespace tenpoint::activities {

// The theme that a sector of a sheet is, by the names and initials that clusters go by in four
// languages ("WASH", "Sécurité alimentaire", "GBV"), or by the theme's own word. Nothing where the
// sector is none of the themes, such as camp management.
std::optional<directory::Theme> theme_of_sector(std::string_view text);

// Whether the text is a theme or another sector that is known: no slip.
bool is_known_sector(std::string_view text);

// The one word of a known sector that the text is nearly spelt like; empty where there is none.
std::string nearest_sector(std::string_view text);

// "Direct assistance", "Renforcement des capacités" …; any other word is another type.
std::optional<ActivityType> activity_type_of(std::string_view text);

// "Yes", "oui", "sí", "نعم" or "1", and what says no. Nothing for anything else.
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace tenpoint::activities

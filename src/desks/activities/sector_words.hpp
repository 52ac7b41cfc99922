// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "desks/activities/plan_indicator.hpp"
#include "desks/directory/theme.hpp"

namespace tenpoint::activities {

// The theme that a sector of a sheet is, by the names and initials that clusters go by in four
// languages ("WASH", "Sécurité alimentaire", "GBV"), or by the theme's own word. Nothing where the
// sector is none of the themes, such as camp management.
std::optional<directory::Theme> theme_of_sector(std::string_view text);

// "Direct assistance", "Renforcement des capacités" …; any other word is another type.
std::optional<ActivityType> activity_type_of(std::string_view text);

// "Yes", "oui", "sí", "نعم" or "1", and what says no. Nothing for anything else.
std::optional<bool> yes_or_no(std::string_view text);

}  // namespace tenpoint::activities

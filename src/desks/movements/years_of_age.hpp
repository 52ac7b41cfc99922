// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "desks/movements/codes.hpp"

namespace tenpoint::movements {

// "0-4", "5 à 11 ans", "60+", ">=60", "<18", "Under 5", "menores de 5 años", "60 سنة فأكثر",
// Eurostat's "Y_LT18": the age group of exactly these years. Nothing where there is none, or where
// the text says anything else.
std::optional<AgeGroup> age_from_years(std::string_view text);

// "6-17", "65+", "<16": years of age that are none of those groups.
bool is_other_age(std::string_view text);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace tenpoint::formats {

// The month, 1 to 12, of a name or abbreviation in English, French, Spanish or Arabic (the Gulf's
// and Egypt's, the Levant's and the Maghreb's names), as folded() leaves it. The names are ICU's,
// with the few variants that it lacks.
std::optional<unsigned> month_of_name(std::string_view folded_name);

// Words that stand in dates and say nothing: weekdays, "de", "of", "er", "th" …
bool is_filler_in_dates(std::string_view folded_word);

}  // namespace tenpoint::formats

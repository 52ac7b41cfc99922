// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "desks/movements/mapping.hpp"
#include "formats/hxl.hpp"

namespace tenpoint::movements {

// What a header or a hashtag suggests; `set` is what a count is about.
struct SuggestedMeaning {
    Field field = Field::dimension;
    Settings set;
    int confidence = 0;  // 0 to 100
};

// By the words of a header in English, French, Spanish or Arabic: surest where the whole header is
// known, less where it only holds a known word ("Number of women", "Month End").
std::optional<SuggestedMeaning> meaning_of_header(std::string_view header);

// "% women", "Taux de retour": figures that count nobody.
bool names_a_share(std::string_view header);

// By a hashtag of HXL 1.1: #date, #country+origin, #affected+f+children, #geo+lat … Tags that name
// no field, such as #sector or #org, are dimensions.
SuggestedMeaning meaning_of_tag(const formats::HxlTag& tag);

}  // namespace tenpoint::movements

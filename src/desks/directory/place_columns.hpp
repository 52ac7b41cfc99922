// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"

namespace tenpoint::directory {

enum class Holds { country, level, code, name, parent, latitude, longitude };

// A column of a list of administrative areas, and what it holds. A list is either long, a row for
// each area with its level, or wide, a row for each area of the finest level with all that it lies
// in.
struct PlaceColumn {
    Holds holds{};
    int level = 0;                       // of a wide list, from 1; 0: of a long one
    std::optional<Language> language{};  // of a name that says it
    std::size_t number = 0;              // from 0
};

using PlaceColumns = std::vector<PlaceColumn>;

// By the words in which OCHA's lists (P-Code, Admin Level …), the common operational datasets
// (ADM1_PCODE, ADM1_FR, admin2Name_en …) and others like them head their columns. Columns of other
// meaning, and of levels below the second, are left out.
PlaceColumns columns_by_header(std::span<const std::string> header);
// By HXL's hashtags: #country, #adm1+code, #adm1+name, #geo+lat …
PlaceColumns columns_by_hashtag(std::span<const std::string> tags);

// Whether areas can be read by them: there are codes, and names of the same areas.
bool are_usable(const PlaceColumns& columns);

}  // namespace tenpoint::directory

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/language.hpp"

namespace tenpoint::formats {

// A region, sub-region or intermediate region of the United Nations' M49, such as Africa,
// Sub-Saharan Africa and Western Africa. The world is none of them: what holds everything tells
// nothing apart.
struct Region {
    std::string code;    // "M49-011": a number alone may be anybody's code of a district
    std::string parent;  // the code of the region that it lies in; empty for none
    LocalText name;
};

// Each behind the one that it lies in. The list is compiled in and lives as long as the program.
std::span<const Region> all_regions();

// The region of exactly this code; null for none.
const Region* region(std::string_view code);

// The code of the finest region that a country lies in, by its alpha-3 code; empty for none, as of
// Antarctica.
std::string region_of_country(std::string_view alpha3);

}  // namespace tenpoint::formats

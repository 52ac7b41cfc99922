// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/language.hpp"

namespace tenpoint::formats {

// A country or area of ISO 3166-1, or one of the conventional groups that figures by nationality
// use: OOO other or unknown nationalities, OOS other sub-Saharan ones, STA stateless, TIB Tibetans,
// UNK unknown.
struct Country {
    std::string alpha3;
    std::string alpha2;   // empty for groups
    std::string numeric;  // three digits; empty for groups and Kosovo
    LocalText name;

    bool is_group() const { return alpha2.empty(); }
};

// Ascending by alpha3. The list is compiled in and lives as long as the program.
std::span<const Country> all_countries();

// The country of exactly this code in capitals; null for none.
const Country* country(std::string_view alpha3);

// Reads a cell: a code of two or three letters or three digits in any case, or a name or common
// alias in any of the four languages, as folded() sees it. Null for none.
// "NA" is Namibia: whoever takes "NA" for blank must ask here first.
const Country* find_country(std::string_view text);

// A numeric code that has lost its leading zeros, as spreadsheets leave it: "4" is Afghanistan.
// Only for a column of countries, since most small numbers are none.
const Country* find_country_by_number(std::string_view text);

// The one country whose name or alias is nearest to `text`, at most two letters away (one for
// names of five letters or fewer); null where there is none or several are equally near, and for
// texts under four letters.
const Country* suggest_country(std::string_view text);

// The codes of the few countries that `text` names only a part of, beside one another: "KOR, PRK"
// for "Korea". Empty where there are none, or many.
std::string countries_named_in_part(std::string_view text);

}  // namespace tenpoint::formats

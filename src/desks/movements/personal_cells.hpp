// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

// What a single cell tells of persons.
namespace tenpoint::movements {

// Plainly an e-mail address or a telephone number.
bool reaches_somebody(std::string_view text);
// Has one within a longer text: "call Somebody +509 3456 7890".
bool holds_how_to_reach(std::string_view text);

// "0612345678", "3001234567": more than people are counted, and no time in seconds since 1970.
bool is_bare_number(std::string_view text);
// Of an unmarked telephone number the digits alone: more than people are counted in one cell.
bool is_short_number(std::string_view text);

// What may be shown of a cell about persons: its first character and "•••".
std::string masked(std::string_view text);

}  // namespace tenpoint::movements

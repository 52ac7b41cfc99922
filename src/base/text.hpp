// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint {

// Without white space (Unicode's, and the no-break spaces of spreadsheets) at both ends.
std::string_view trimmed(std::string_view utf8);

// A form under which spellings of one name meet: compatibility composition, case folded, accents
// and Arabic vowel marks dropped, alef and yeh forms unified, punctuation and runs of white space
// as one space (Unicode NFKD, CaseFolding). "Côte  d’Ivoire" and "cote d'ivoire" fold alike.
std::string folded(std::string_view utf8);

// Digits of Arabic and Persian as ASCII, without marks of direction.
std::string with_ascii_digits(std::string_view utf8);

// Of Unicode, in valid UTF-8.
std::size_t character_count(std::string_view utf8);

// At most `bytes` bytes of `utf8`, cut between characters.
std::string_view whole_characters(std::string_view utf8, std::size_t bytes);

// The same, with "…" where something was cut.
std::string shortened(std::string_view utf8, std::size_t bytes);

bool is_valid_utf8(std::string_view bytes);

// Edits (insert, delete, replace, swap of neighbours) that turn one text into the other; gives
// limit + 1 as soon as there are more than `limit`. Optimal string alignment (Damerau 1964).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace tenpoint

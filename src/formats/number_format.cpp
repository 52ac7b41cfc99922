// SPDX-License-Identifier: Apache-2.0
#include "formats/number_format.hpp"

#include <string>

namespace tenpoint::formats {
namespace {

// The signs of the section for positive numbers that are no literal text, in small letters.
std::string signs_of_format(std::string_view code) {
    std::string signs;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';') break;
        if (c == '\\' || c == '_' || c == '*') {
            ++i;  // one literal character, a width, a filler
        } else if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', i + 1);
            if (end == code.npos) break;
            const auto inside = code.substr(i + 1, end - i - 1);
            // [h] and [mm] count hours and minutes beyond a day; [Red], [$-409] say nothing.
            if (c == '[' && inside.find_first_not_of("hmsHMS") == inside.npos) signs += '[';
            i = end;
        } else {
            signs += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return signs;
}

}  // namespace

bool is_date_format(std::string_view code) {
    const auto signs = signs_of_format(code);
    const auto has = [&signs](const char* any) { return signs.find_first_of(any) != signs.npos; };
    if (signs.find("general") != signs.npos || has("[0#?@")) return false;
    return has("yd") || (has("m") && !has("hs"));
}

bool is_built_in_date_format(int id) {
    const bool east_asian = (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58);
    return (id >= 14 && id <= 17) || id == 22 || east_asian;
}

}  // namespace tenpoint::formats

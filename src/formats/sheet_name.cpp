// SPDX-License-Identifier: Apache-2.0
#include "formats/sheet_name.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tenpoint::formats {

// Excel takes at most 31 characters, none of []:*?/\, no apostrophe at an end, and each name once
// whatever its case.
std::string free_sheet_name(const std::string& wanted, std::vector<std::string>& taken) {
    std::string allowed;
    for (const char c : wanted)
        allowed += std::string_view{"[]:*?/\\'"}.find(c) == std::string_view::npos ? c : ' ';
    const auto cut = [&](std::size_t characters) {
        std::size_t end = 0;
        for (std::size_t kept = 0; end < allowed.size() && kept < characters; ++kept) {
            ++end;
            while (end < allowed.size() &&
                   (static_cast<unsigned char>(allowed[end]) & 0xc0) == 0x80)
                ++end;
        }
        return std::string(trimmed(std::string_view(allowed).substr(0, end)));
    };
    auto free = cut(31);
    const auto is_taken = [&] {
        return free.empty() || std::ranges::find(taken, folded(free)) != taken.end();
    };
    for (int number = 2; is_taken(); ++number)
        free = std::string(trimmed(cut(26) + fmt::format(" {}", number)));
    taken.push_back(folded(free));
    return free;
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

namespace tenpoint {

// Calls `take` with each of the words that `separator` parts.
template <class Take>
void for_each_word(std::string_view words, char separator, Take take) {
    while (!words.empty()) {
        const auto end = std::min(words.find(separator), words.size());
        take(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

}  // namespace tenpoint

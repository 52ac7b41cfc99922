// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <string>
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

// Words in the form in which their spellings meet (base/text.hpp).
using FoldedWords = std::set<std::string, std::less<>>;

// Of a list with '|' between its words.
FoldedWords folded_words(std::string_view listed);

// Whether one of the text's words, parted by spaces, is among them.
bool has_word_of(std::string_view folded_text, const FoldedWords& words);

// Whether the words stand in a text one after the other, where single spaces part words.
inline bool stands_in(std::string_view words, std::string_view text) {
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || text[at - 1] == ' ') && (end == text.size() || text[end] == ' '))
            return true;
    }
    return false;
}

}  // namespace tenpoint

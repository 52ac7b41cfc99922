// SPDX-License-Identifier: Apache-2.0
#include "base/words_in.hpp"

#include "base/text.hpp"

namespace tenpoint {

FoldedWords folded_words(std::string_view listed) {
    FoldedWords words;
    for_each_word(listed, '|', [&](std::string_view word) { words.insert(folded(word)); });
    return words;
}

bool has_word_of(std::string_view folded_text, const FoldedWords& words) {
    bool found = false;
    for_each_word(folded_text, ' ',
                  [&](std::string_view word) { found = found || words.contains(word); });
    return found;
}

}  // namespace tenpoint

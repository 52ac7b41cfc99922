// SPDX-License-Identifier: Apache-2.0
#include "store/search_excerpt.hpp"

#include <algorithm>
#include <optional>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.hpp"
#include "store/search_words.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::store {
namespace {

constexpr std::size_t most_looked_at = 20'000;  // words
constexpr std::size_t shown = 30;
constexpr std::size_t before_the_first = 6;

// A word where it stands in the text, and which of the sought it is.
struct PlacedWord {
    std::size_t begin = 0, end = 0;
    std::optional<std::size_t> sought;
};

bool belongs_to_word(UChar32 c) {
    const auto category = u_charType(c);
    return u_isalnum(c) || category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR ||
           c == 0x0640;  // tatweel
}

// The next run of letters, digits and their marks from `at` on; empty at the end.
std::string_view next_word(std::string_view text, std::size_t at) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t begin = at;
    std::size_t end = at;
    while (end < text.size()) {
        auto next = end;
        UChar32 c = 0;
        U8_NEXT(bytes, next, text.size(), c);
        if (c >= 0 && belongs_to_word(c)) {
            end = next;
            continue;
        }
        if (end > begin) break;
        begin = end = next;
    }
    return text.substr(begin, end - begin);
}

std::optional<std::size_t> place_among(const SoughtWords& sought, std::string_view word) {
    const auto form = word_form(folded(word));
    const auto& words = sought.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool begins = sought.last_begins && i + 1 == words.size();
        if (begins ? form.starts_with(words[i]) : form == words[i]) return i;
    }
    return std::nullopt;
}

std::vector<PlacedWord> words_in(std::string_view text, const SoughtWords& sought) {
    std::vector<PlacedWord> words;
    std::size_t at = 0;
    while (words.size() < most_looked_at) {
        const auto word = next_word(text, at);
        if (word.empty()) break;
        const auto begin = static_cast<std::size_t>(word.data() - text.data());
        at = begin + word.size();
        words.push_back({begin, at, place_among(sought, word)});
    }
    return words;
}

// Where the window begins that holds most of the different words.
std::size_t best_begin(const std::vector<PlacedWord>& words, std::size_t sought) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < words.size() && most < sought; ++i) {
        if (!words[i].sought) continue;
        std::vector<bool> seen(sought);
        std::size_t different = 0;
        for (std::size_t j = i; j < std::min(words.size(), i + shown - before_the_first); ++j)
            if (words[j].sought && !seen[*words[j].sought]) {
                seen[*words[j].sought] = true;
                ++different;
            }
        if (different <= most) continue;
        most = different;
        best = i;
    }
    return best > before_the_first ? best - before_the_first : 0;
}

void append(std::vector<ExcerptPiece>& to, std::string_view text, bool is_found) {
    if (text.empty()) return;
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    to.push_back({std::move(line), is_found});
}

}  // namespace

std::vector<ExcerptPiece> excerpt_of(std::string_view text, const SoughtWords& sought) {
    const auto words = words_in(text, sought);
    if (words.empty()) return {};
    const auto first = best_begin(words, sought.words.size());
    const auto last = std::min(words.size(), first + shown) - 1;
    std::vector<ExcerptPiece> pieces;
    if (first > 0) pieces.push_back({"… "});
    auto at = words[first].begin;
    for (auto i = first; i <= last; ++i) {
        if (!words[i].sought) continue;
        append(pieces, text.substr(at, words[i].begin - at), false);
        append(pieces, text.substr(words[i].begin, words[i].end - words[i].begin), true);
        at = words[i].end;
    }
    append(pieces, text.substr(at, words[last].end - at), false);
    if (words[last].end < trimmed(text).size()) pieces.push_back({" …"});
    return pieces;
}

}  // namespace tenpoint::store

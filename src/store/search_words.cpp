// SPDX-License-Identifier: Apache-2.0
#include "store/search_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace tenpoint::store {
namespace {

constexpr std::size_t longest_word = 100;  // bytes
constexpr std::size_t most_asked = 10;
constexpr std::size_t least_stem = 3;  // characters

// "the", alone or behind "and", "with", "as", "so", "for", as folded text writes them.
constexpr std::array<std::string_view, 6> articles{"وال", "بال", "كال", "فال", "لل", "ال"};

void drop_article(std::string& word) {
    for (const auto article : articles) {
        if (!word.starts_with(article)) continue;
        if (character_count(word) >= character_count(article) + least_stem)
            word.erase(0, article.size());
        return;
    }
}

// The sound plurals, and the feminine of which one is the plural, as folded text writes it. A long
// stem, so that "Bahrain" is not the sea, nor "law" and "cooperation" plurals of anything.
constexpr std::array<std::string_view, 4> arabic_endings{"ون", "ين", "ات", "ه"};
constexpr std::size_t least_arabic_stem = 4;

void drop_arabic_ending(std::string& word) {
    for (const auto ending : arabic_endings) {
        if (!word.ends_with(ending)) continue;
        if (character_count(word) >= character_count(ending) + least_arabic_stem)
            word.resize(word.size() - ending.size());
        return;
    }
}

// Without the "s" of the plural, and an "e" that may stand before it or not: "places", "place";
// "acciones", "acción"; "réfugiées", "réfugié".
void drop_plural(std::string& word) {
    if (word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    while (word.ends_with('e') && word.size() > least_stem)
        word.pop_back();
    if (word.ends_with('y')) word.back() = 'i';
}

}  // namespace

std::string word_form(std::string word) {
    if (word.empty()) return word;
    const bool is_latin = word.front() >= 'a' && word.front() <= 'z';
    if (is_latin && word.size() > least_stem) drop_plural(word);
    if (!is_latin) {
        drop_article(word);
        drop_arabic_ending(word);
    }
    return word;
}

std::vector<std::string> search_words(std::string_view text) {
    const auto plain = folded(text);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < plain.size();) {
        const auto end = std::min(plain.find(' ', begin), plain.size());
        if (end - begin <= longest_word)
            words.push_back(word_form(plain.substr(begin, end - begin)));
        begin = end + 1;
    }
    return words;
}

std::vector<std::string> asked_words(std::string_view text) {
    std::vector<std::string> asked;
    for (auto& word : search_words(text))
        if (asked.size() < most_asked && std::ranges::find(asked, word) == asked.end())
            asked.push_back(std::move(word));
    return asked;
}

}  // namespace tenpoint::store

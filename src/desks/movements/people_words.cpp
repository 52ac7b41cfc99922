// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/people_words.hpp"

#include "base/text.hpp"
#include "base/words_in.hpp"

namespace tenpoint::movements {

bool says_men_or_women(std::string_view text) {
    static const auto words = folded_words(
        "man|men|woman|women|homme|hommes|femme|femmes|hombre|hombres|mujer|mujeres|"
        "رجل|رجال|الرجال|امرأة|نساء|النساء");
    return has_word_of(folded(text), words);
}

bool says_ninos(std::string_view text) {
    static const auto words = folded_words("nino|ninos");
    return has_word_of(folded(text), words);
}

bool is_of_one_sex(const Settings& set) {
    return (set.sex == Sex::female || set.sex == Sex::male) && !set.age;
}

bool is_girls(const Settings& set) {
    return set.sex == Sex::female && set.age == AgeGroup::child;
}

bool is_children(const Settings& set) {
    return !set.sex && set.age == AgeGroup::child;
}

}  // namespace tenpoint::movements

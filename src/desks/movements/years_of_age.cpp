// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/years_of_age.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "base/words_in.hpp"

namespace tenpoint::movements {
namespace {

constexpr int oldest = 120;

// Of all years below a number, and of all from it on.
const FoldedWords& words_for_less() {
    static const auto words =
        folded_words("under|below|less|younger|moins|menos|menor|menores|أقل|دون|تحت|فأقل");
    return words;
}
const FoldedWords& words_for_more() {
    static const auto words =
        folded_words("over|above|more|older|plus|mas|mayor|mayores|فأكثر|فوق|أكثر");
    return words;
}

bool is_number_word(std::string_view word) {
    return word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether a text holds nothing but numbers, signs and words for years.
bool speaks_of_years(std::string_view plain) {
    static const auto words = folded_words(
        "a|an|and|ans|ano|anos|de|et|los|o|of|or|ou|que|than|to|u|y|year|years|yr|yrs|age|aged|old|"
        "سنة|سنوات|عاما|عام|أعوام|فما|من|سن|أو|و");
    bool only = true;
    for_each_word(plain, ' ', [&](std::string_view word) {
        only = only && (is_number_word(word) || words.contains(word) ||
                        words_for_less().contains(word) || words_for_more().contains(word));
    });
    return only;
}

struct StatedYears {
    std::array<int, 2> years{-1, -1};
    bool open_below = false, open_above = false;
};

// Eurostat's codes "Y14-17", "Y_LT18", "Y_GE65" as others write them: "14-17", "<18", ">=65".
std::string without_code_for_years(std::string_view text) {
    for (const auto& [code, sign] : {std::pair{"Y_LT", "<"}, {"Y_GE", ">="}})
        if (text.starts_with(code)) return sign + std::string{text.substr(4)};
    const bool is_coded = text.size() > 1 && text[0] == 'Y' && text[1] >= '0' && text[1] <= '9';
    return std::string{text.substr(is_coded ? 1 : 0)};
}

// "4 and under", "17 ans ou moins": the year itself is among them.
bool ends_with_less(std::string_view plain) {
    const auto space = plain.rfind(' ');
    return space != plain.npos && words_for_less().contains(plain.substr(space + 1));
}

// One or two numbers with nothing beside them but signs and words for years.
std::optional<StatedYears> years_in(std::string_view written) {
    const auto text = with_ascii_digits(without_code_for_years(written));
    StatedYears stated;
    std::size_t found = 0;
    for (const char* at = text.data(); at < text.data() + text.size();) {
        if (*at < '0' || *at > '9') {
            ++at;
            continue;
        }
        if (found == stated.years.size()) return std::nullopt;
        at = std::from_chars(at, text.data() + text.size(), stated.years[found++]).ptr;
    }
    const auto plain = folded(text);
    if (found == 0 || !speaks_of_years(plain)) return std::nullopt;
    const bool less = has_word_of(plain, words_for_less());
    const auto has = [&](std::string_view sign) { return text.find(sign) != text.npos; };
    stated.open_below = less || has("<") || has("≤");
    stated.open_above = has("+") || has(">") || has("≥") || has_word_of(plain, words_for_more());
    const bool is_among_them = ends_with_less(plain) || has("<=") || has("≤");
    if (is_among_them && found == 1 && stated.years[0] <= oldest) ++stated.years[0];
    return stated;
}

}  // namespace

std::optional<AgeGroup> age_from_years(std::string_view text) {
    const auto stated = years_in(text);
    if (!stated) return std::nullopt;
    const auto& [years, open_below, open_above] = *stated;
    const bool one = years[1] < 0;
    const bool below = one && open_below && !open_above, above = one && open_above && !open_below;
    if (below && years[0] == 18) return AgeGroup::child;
    if (below && years[0] == 5) return AgeGroup::age_0_4;
    if (above && years[0] == 18) return AgeGroup::adult;
    if (above && years[0] == 60) return AgeGroup::age_60_plus;
    if (years == std::array{0, 4}) return AgeGroup::age_0_4;
    if (years == std::array{5, 11}) return AgeGroup::age_5_11;
    if (years == std::array{12, 17}) return AgeGroup::age_12_17;
    if (years == std::array{18, 59}) return AgeGroup::age_18_59;
    if (years == std::array{0, 17}) return AgeGroup::child;
    return std::nullopt;
}

bool is_other_age(std::string_view text) {
    const auto stated = years_in(text);
    if (!stated || age_from_years(text)) return false;
    const auto& [years, open_below, open_above] = *stated;
    if (years[1] < 0) return years[0] <= oldest && (open_below || open_above);
    return years[0] < years[1] && years[1] <= oldest;
}

}  // namespace tenpoint::movements

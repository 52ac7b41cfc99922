// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/wide_header.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "base/words_in.hpp"
#include "desks/movements/column_period.hpp"
#include "desks/movements/reading_categories.hpp"
#include "desks/movements/recognition_words.hpp"
#include "desks/movements/years_of_age.hpp"
#include "formats/countries.hpp"
#include "formats/nationalities.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t longest_header = 200, most_words = 10;
constexpr int first_year = 1950, last_year = 2100;

// Words that stand in headers of figures and say nothing of them.
bool is_filler(std::string_view word) {
    static const auto fillers = folded_words(
        "number|no|nr|count|figure|figures|of|in|by|the|and|for|people|persons|individuals|"
        "nationals|nationality|month|year|affected|recorded|registered|reported|nombre|"
        "effectif|effectifs|nb|nbre|de|des|du|d|l|en|et|par|"
        "personnes|individus|ressortissants|mois|annee|numero|cantidad|del|y|por|los|las|"
        "personas|individuos|nacionales|mes|ano|casos|cases|cas|total|totals|totaux|totales|"
        "عدد|العدد|شهر|سنة|عام|من|في|الأشخاص|الأفراد|المجموع|مجموع|إجمالي|"
        "minimum|estimated|estimate|est|estime|estimes|estimado|estimados|sum|new|movements|"
        "returns|retours|retornos|devoluciones|العودة|عودة");
    const auto plain = folded(word);
    return plain.empty() || fillers.contains(plain);
}

bool is_code(std::string_view text) {
    return text.size() <= 3 &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<std::string> period_in(std::string_view text, const HeaderReading& reading) {
    if (const auto year = year_in_header(text)) return std::string{text};
    if (text.find_first_not_of("0123456789") == text.npos) return std::nullopt;
    if (const auto part = formats::year_part_of_words(text)) return word_of(*part);
    auto date = formats::parse_date(text, reading.order);
    if (!date) {
        // "Jan 24" is a month's year where it stands above figures.
        std::string parted{text};
        std::ranges::replace(parted, ' ', '-');
        date = formats::parse_date(parted, reading.order);
    }
    return date ? std::optional{to_text(date->period)} : std::nullopt;
}

bool take_period(std::string_view text, const HeaderReading& reading, Settings& set) {
    if (set.period) return false;
    set.period = period_in(text, reading);
    return set.period.has_value();
}

bool take_country(std::string_view text, Settings& set) {
    if (set.origin || (text.size() <= 3 && !is_code(text))) return false;
    const auto* country = formats::find_nationality(text);
    if (!country) return false;
    set.origin = country->alpha3;
    return true;
}

template <class T>
bool take_once(const std::optional<T>& from, std::optional<T>& to) {
    if (!from) return true;
    if (to && *to != *from) return false;
    to = from;
    return true;
}

// "Boys 5-11": the group of years is within that of children.
bool take_age(const std::optional<AgeGroup>& from, std::optional<AgeGroup>& to) {
    const auto is_wide = [](AgeGroup age) {
        return age == AgeGroup::child || age == AgeGroup::adult;
    };
    if (!from || (to && is_wide(*from) && !is_wide(*to) && *to != AgeGroup::unknown)) return true;
    if (to && *from == AgeGroup::unknown) return true;
    if (to && (is_wide(*to) || *to == AgeGroup::unknown)) to.reset();
    return take_once(from, to);
}

bool take_category(std::string_view text, const HeaderReading& reading, Settings& set) {
    auto category = category_from_text(text);
    if (!category && is_other_age(text)) category = Settings{.age = AgeGroup::unknown};
    if (reading.letters.m_is_female() && (text == "M" || text == "m"))
        category = Settings{.sex = Sex::female};
    return category && take_once(category->indicator, set.indicator) &&
           take_once(category->sex, set.sex) && take_age(category->age, set.age) &&
           take_once(category->profile, set.profile);
}

// What neighbouring words mean together.
bool take_words(std::string_view text, const HeaderReading& reading, Settings& set) {
    const auto with = [&](auto take) {
        auto tried = set;
        if (!take(tried)) return false;
        set = std::move(tried);
        return true;
    };
    const auto period = [&](Settings& to) { return take_period(text, reading, to); };
    const auto country = [&](Settings& to) { return take_country(text, to); };
    const auto category = [&](Settings& to) { return take_category(text, reading, to); };
    if (reading.countries_first) return with(country) || with(category) || with(period);
    return with(period) || with(category) || with(country);
}

}  // namespace

std::vector<std::string_view> words_of_header(std::string_view header) {
    std::vector<std::string_view> words;
    // "Nombre d'arrivées": what is elided is a word as well.
    constexpr std::string_view separators = " \t\n\r|,;:()[]_'", curved_apostrophe = "’";
    for (std::size_t begin = 0; begin < header.size();) {
        const auto sign = std::min(header.find_first_of(separators, begin), header.size());
        const auto curved = std::min(header.find(curved_apostrophe, begin), header.size());
        const auto end = std::min(sign, curved);
        const auto word = header.substr(begin, end - begin);
        if (!word.empty() && word != "-" && word != "–" && word != "—" && word != "/")
            words.push_back(word);
        begin = end + (curved < sign ? curved_apostrophe.size() : 1);
    }
    return words;
}

std::optional<int> year_in_header(std::string_view text) {
    if (text.size() != 4) return std::nullopt;
    int year = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
    return year >= first_year && year <= last_year ? std::optional{year} : std::nullopt;
}

std::optional<Settings> read_figure_header(std::string_view header, const HeaderReading& reading) {
    if (header.size() > longest_header || names_a_share(header)) return std::nullopt;
    const auto plain = with_ascii_digits(header);
    const auto words = words_of_header(plain);
    if (words.empty() || words.size() > most_words) return std::nullopt;
    Settings set;
    for (std::size_t begin = 0; begin < words.size();) {
        // The longest run of words that means something.
        auto end = words.size();
        for (; end > begin; --end) {
            const auto* first = words[begin].data();
            const auto* last = words[end - 1].data() + words[end - 1].size();
            const auto text = std::string_view(first, static_cast<std::size_t>(last - first));
            if (take_words(text, reading, set)) break;
        }
        if (end == begin) {
            if (!is_filler(words[begin])) return std::nullopt;
            end = begin + 1;
        }
        begin = end;
    }
    return set;
}

std::optional<Settings> read_wide_header(std::string_view header, const HeaderReading& reading) {
    auto set = read_figure_header(header, reading);
    return set && !set->empty() ? set : std::nullopt;
}

}  // namespace tenpoint::movements

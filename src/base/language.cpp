// SPDX-License-Identifier: Apache-2.0
#include "base/language.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <boost/describe/enum_to_string.hpp>

namespace tenpoint {
namespace {

std::string_view without_spaces(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// The weight in "fr;q=0.7"; 1 where none is given, 0 where it cannot be read.
double weight_of(std::string_view item) {
    const auto at = item.find("q=");
    if (at == std::string_view::npos) return 1;
    double weight = 0;
    const auto text = item.substr(at + 2);
    std::from_chars(text.data(), text.data() + text.size(), weight);
    return weight;
}

}  // namespace

std::string_view to_word(Language language) {
    return boost::describe::enum_to_string(language, "en");
}

std::optional<Language> language_from_tag(std::string_view tag) {
    const auto primary = tag.substr(0, tag.find_first_of("-_"));
    for (auto language : all_languages)
        if (std::ranges::equal(to_word(language), primary, [](char ours, char theirs) {
                return ours == std::tolower(static_cast<unsigned char>(theirs));
            }))
            return language;
    return std::nullopt;
}

Language preferred_language(std::string_view accept_language) {
    Language best = Language::en;
    double best_weight = 0;
    while (!accept_language.empty()) {
        const auto comma = accept_language.find(',');
        const auto item = without_spaces(accept_language.substr(0, comma));
        accept_language.remove_prefix(comma == std::string_view::npos ? accept_language.size()
                                                                      : comma + 1);
        const auto language = language_from_tag(without_spaces(item.substr(0, item.find(';'))));
        if (const auto weight = weight_of(item); language && weight > best_weight) {
            best = *language;
            best_weight = weight;
        }
    }
    return best;
}

const std::string& LocalText::in(Language language) const {
    const std::array texts{&en, &fr, &es, &ar};
    const auto& wanted = *texts[static_cast<std::size_t>(language)];
    if (!wanted.empty()) return wanted;
    const auto there = std::ranges::find_if(texts, [](auto text) { return !text->empty(); });
    return there == texts.end() ? en : **there;
}

}  // namespace tenpoint

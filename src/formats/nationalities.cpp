// SPDX-License-Identifier: Apache-2.0
#include "formats/nationalities.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "formats/reference_list.hpp"

namespace tenpoint::formats {
namespace {

using Forms = std::vector<std::string>;

bool ends_with_any(std::string_view word, std::string_view letters) {
    return !word.empty() && letters.find(word.back()) != letters.npos;
}

// Each takes the folded masculine singular.
Forms english_forms(const std::string& word) {
    return {word, word + "s"};
}

Forms french_forms(const std::string& word) {
    const auto feminine = word.ends_with('e')    ? word
                          : word.ends_with("en") ? word + "ne"
                                                 : word + "e";
    return {word, word + "s", feminine, feminine + "s"};
}

Forms spanish_forms(const std::string& word) {
    if (word.ends_with('o')) {
        const auto stem = word.substr(0, word.size() - 1);
        return {word, stem + "a", stem + "os", stem + "as"};
    }
    if (ends_with_any(word, "ae")) return {word, word + "s"};
    if (ends_with_any(word, "iu")) return {word, word + "s", word + "es"};
    return {word, word + "a", word + "es", word + "as"};
}

Forms arabic_forms(const std::string& word) {
    Forms forms;
    for (const auto* ending : {"", "ة", "ون", "ين", "ات"})
        for (const auto* article : {"", "ال"})
            forms.push_back(folded(article + word + ending));
    return forms;
}

// By the four columns of the list.
constexpr std::array forms_of{english_forms, french_forms, spanish_forms, arabic_forms};

class Nationalities {
  public:
    Nationalities() {
        for_each_reference("demonyms.csv", [this](auto cell) {
            for (std::size_t language = 0; language < forms_of.size(); ++language)
                add(cell(language + 1), *country(cell(0)), forms_of[language]);
        });
    }

    const Country* find(const std::string& folded_name) const {
        const auto found = countries_.find(folded_name);
        return found == countries_.end() ? nullptr : found->second;
    }

  private:
    void add(std::string_view words, const Country& of, Forms (*forms)(const std::string&)) {
        while (!words.empty()) {
            const auto end = std::min(words.find('|'), words.size());
            for (auto& form : forms(folded(words.substr(0, end))))
                countries_.emplace(std::move(form), &of);
            words.remove_prefix(std::min(end + 1, words.size()));
        }
    }

    std::unordered_map<std::string, const Country*> countries_;
};

const Country* called_so(const std::string& folded_name) {
    static const Nationalities all;
    return all.find(folded_name);
}

}  // namespace

const Country* find_nationality(std::string_view text) {
    if (const auto* found = find_country(text)) return found;
    auto name = folded(text);
    if (name.size() < 4) return nullptr;
    if (const auto* found = called_so(name)) return found;
    const auto end = name.find_last_not_of("0123456789 ");
    if (end == name.npos || end + 1 == name.size() || end + 1 < 4) return nullptr;
    name.resize(end + 1);
    const auto* found = find_country(name);
    return found ? found : called_so(name);
}

}  // namespace tenpoint::formats

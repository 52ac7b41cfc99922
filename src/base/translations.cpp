// SPDX-License-Identifier: Apache-2.0
#include "base/translations.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <unicode/msgfmt.h>
#include <unicode/uchar.h>

#include "base/embedded.hpp"
#include "embedded/translations.hpp"

namespace tenpoint {
namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

// Nested objects become keys with dots. Translations are part of the program: one that is not
// text is a bug, found by the first test that runs.
void add(Catalogue& catalogue, const std::string& key, const boost::json::value& value) {
    if (const auto* object = value.if_object()) {
        for (const auto& [name, member] : *object)
            add(catalogue, key + '.' + std::string(name), member);
    } else {
        const auto& text = value.as_string();
        catalogue.emplace(key, std::string_view(text.data(), text.size()));
    }
}

Catalogue load(Language language) {
    Catalogue catalogue;
    const auto folder = std::string(to_word(language)) + '/';
    for (const auto& file : embedded::translations()) {
        if (!file.path.starts_with(folder)) continue;
        auto part = file.path.substr(folder.size());
        part.remove_suffix(std::string_view(".json").size());
        add(catalogue, std::string(part), boost::json::parse(file.bytes));
    }
    return catalogue;
}

const Catalogue& catalogue_of(Language language) {
    static const std::array catalogues{load(Language::en), load(Language::fr), load(Language::es),
                                       load(Language::ar)};
    return catalogues[static_cast<std::size_t>(language)];
}

icu::UnicodeString to_unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

enum class Isolation { none, each_text };

// A text of Arabic letters alone needs no marks, nor does one that has neither letters nor digits.
icu::UnicodeString isolated(const icu::UnicodeString& text) {
    constexpr UChar32 left_to_right = 0x2066, by_first_letter = 0x2068, end = 0x2069;
    bool has_letters = false, needs_marks = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto direction = u_charDirection(text.char32At(i));
        const bool is_of_right =
            direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
        has_letters = has_letters || is_of_right || direction == U_LEFT_TO_RIGHT;
        needs_marks = needs_marks || direction == U_LEFT_TO_RIGHT ||
                      direction == U_EUROPEAN_NUMBER || direction == U_ARABIC_NUMBER;
    }
    if (!needs_marks) return text;
    icu::UnicodeString marked(has_letters ? by_first_letter : left_to_right);
    return marked.append(text).append(end);
}

struct ToFormattable {
    Isolation isolation = Isolation::none;

    icu::Formattable operator()(std::string_view text) const {
        const auto unicode = to_unicode(text);
        return {isolation == Isolation::none ? unicode : isolated(unicode)};
    }
    icu::Formattable operator()(std::int64_t number) const { return {number}; }
    icu::Formattable operator()(double number) const { return {number}; }
};

std::string fill(Language language, std::string_view pattern,
                 std::span<const TextArgument> arguments, Isolation isolation) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(to_unicode(pattern),
                                    icu::Locale(std::string(to_word(language)).c_str()), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& argument : arguments) {
        names.push_back(to_unicode(argument.name));
        values.push_back(std::visit(ToFormattable{isolation}, argument.value));
    }
    icu::UnicodeString text;
    if (U_SUCCESS(status))
        format.format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), text,
                      status);
    if (U_FAILURE(status))
        throw std::logic_error("bad pattern for a translated text: " + std::string(pattern));
    std::string utf8;
    return text.toUTF8String(utf8);
}

// Labels and what goes into tables stay as they are.
bool is_sentence(std::string_view key) {
    static constexpr std::array<std::string_view, 5> of_sentences{
        "findings.", "problems.", "field_problems.", "reports.", "verify."};
    return std::ranges::any_of(of_sentences,
                               [&](std::string_view start) { return key.starts_with(start); });
}

}  // namespace

std::string translate(Language language, std::string_view key,
                      std::span<const TextArgument> arguments) {
    if (!has_translation(language, key)) {
        if (!has_translation(Language::en, key)) return std::string(key);
        language = Language::en;
    }
    const auto pattern = translation_pattern(language, key);
    if (pattern.find_first_of("{'") == std::string_view::npos) return std::string(pattern);
    const bool isolates = language == Language::ar && is_sentence(key);
    return fill(language, pattern, arguments, isolates ? Isolation::each_text : Isolation::none);
}

std::string translate(Language language, std::string_view key,
                      std::initializer_list<TextArgument> arguments) {
    return translate(language, key, std::span(arguments.begin(), arguments.size()));
}

std::string translate_numbered(Language language, std::string_view key,
                               std::span<const std::string> arguments) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        names.push_back(std::to_string(i));
    std::vector<TextArgument> named;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        named.push_back({names[i], arguments[i]});
    return translate(language, key, named);
}

bool has_translation(Language language, std::string_view key) {
    return catalogue_of(language).contains(key);
}

std::vector<std::string_view> translation_keys(Language language) {
    std::vector<std::string_view> keys;
    for (const auto& [key, text] : catalogue_of(language))
        keys.push_back(key);
    return keys;
}

std::string_view translation_pattern(Language language, std::string_view key) {
    const auto& catalogue = catalogue_of(language);
    const auto found = catalogue.find(key);
    return found == catalogue.end() ? std::string_view{} : found->second;
}

}  // namespace tenpoint

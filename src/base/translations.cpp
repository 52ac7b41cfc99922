// SPDX-License-Identifier: Apache-2.0
#include "base/translations.hpp"

#include <array>
#include <functional>
#include <map>
#include <stdexcept>

#include <boost/json/parse.hpp>
#include <unicode/msgfmt.h>

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

struct ToFormattable {
    icu::Formattable operator()(std::string_view text) const { return {to_unicode(text)}; }
    icu::Formattable operator()(std::int64_t number) const { return {number}; }
    icu::Formattable operator()(double number) const { return {number}; }
};

std::string fill(Language language, std::string_view pattern,
                 std::span<const TextArgument> arguments) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(to_unicode(pattern),
                                    icu::Locale(std::string(to_word(language)).c_str()), status);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& argument : arguments) {
        names.push_back(to_unicode(argument.name));
        values.push_back(std::visit(ToFormattable{}, argument.value));
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

}  // namespace

std::string translate(Language language, std::string_view key,
                      std::span<const TextArgument> arguments) {
    if (!has_translation(language, key)) {
        if (!has_translation(Language::en, key)) return std::string(key);
        language = Language::en;
    }
    const auto pattern = translation_pattern(language, key);
    if (pattern.find_first_of("{'") == std::string_view::npos) return std::string(pattern);
    return fill(language, pattern, arguments);
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.hpp"

namespace tenpoint {

// Fills one placeholder of a translated text: {name}, or {0}, {1} … by the names "0", "1" …
// A number chooses plural forms and is written by the rules of the language.
struct TextArgument {
    std::string_view name;
    std::variant<std::string_view, std::int64_t, double> value;
};

// The text under `key` in `language`, its placeholders filled by ICU's MessageFormat. The first
// word of a key is its file: "problems.not_found" is `not_found` of translations/<language>/
// problems.json; further words lead into nested objects. Where the language lacks the key the
// English text is given, where English does too the key itself. A placeholder without its
// argument stays as written, "{name}". In sentences of a language that runs from right to left,
// those of findings, refusals and reports, a text that is put in keeps its own direction: it stands
// between marks that isolate it, so that "<5" and "2024-04-03" are not drawn turned round.
std::string translate(Language language, std::string_view key,
                      std::span<const TextArgument> arguments = {});
std::string translate(Language language, std::string_view key,
                      std::initializer_list<TextArgument> arguments);

// The same for texts with numbered placeholders, as field problems carry them.
std::string translate_numbered(Language language, std::string_view key,
                               std::span<const std::string> arguments);

// Whether the language itself has the key.
bool has_translation(Language language, std::string_view key);

// All keys of the language, sorted.
std::vector<std::string_view> translation_keys(Language language);

// The text as it stands in the file, placeholders and all; empty where there is none.
std::string_view translation_pattern(Language language, std::string_view key);

}  // namespace tenpoint

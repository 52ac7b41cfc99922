// SPDX-License-Identifier: Apache-2.0
#include "formats/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <unicode/unistr.h>

namespace tenpoint::formats {
namespace {

constexpr std::size_t longest_reference = 10;  // "&#x10ffff;"

std::string lowered(std::string_view text) {
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return low;
}

// Where the markup that begins at `at` ends: a comment, an element with no words in it, a tag.
std::size_t end_of_markup(std::string_view low, std::size_t at) {
    const auto behind = [&](std::string_view mark) {
        const auto found = low.find(mark, at);
        return found == std::string_view::npos ? low.size() : found + mark.size();
    };
    if (low.substr(at).starts_with("<!--")) return behind("-->");
    if (low.substr(at).starts_with("<script")) return behind("</script>");
    if (low.substr(at).starts_with("<style")) return behind("</style>");
    return behind(">");
}

// The character that "#233", "#xE9" or "amp" stands for.
std::string character_of(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> named{
        {{"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}}};
    for (const auto& [word, character] : named)
        if (name == word) return std::string{character};
    if (!name.starts_with('#')) return " ";
    const bool is_hexadecimal = name.size() > 1 && (name[1] | 0x20) == 'x';
    name.remove_prefix(is_hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    std::from_chars(name.data(), name.data() + name.size(), code, is_hexadecimal ? 16 : 10);
    if (code < ' ' || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return " ";
    std::string utf8;
    return icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(utf8);
}

bool ends_line(std::string_view low_tag) {
    constexpr std::array<std::string_view, 9> words{"</p", "<br",  "</div", "</li",   "</tr",
                                                    "</h", "</td", "</th",  "</title"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return low_tag.starts_with(word); });
}

}  // namespace

bool looks_like_html(std::string_view head) {
    const auto low = lowered(head);
    return low.find("<!doctype html") != low.npos || low.find("<html") != low.npos;
}

std::string html_text(std::string_view html) {
    const auto low = lowered(html);
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '<') {
            const auto end = end_of_markup(low, at);
            if (ends_line(std::string_view{low}.substr(at, end - at))) text += '\n';
            at = end;
        } else if (const auto length = html.substr(at, longest_reference).find(';');
                   html[at] == '&' && length != html.npos) {
            text += character_of(html.substr(at + 1, length - 1));
            at += length + 1;
        } else {
            text += html[at++];
        }
    }
    return text;
}

}  // namespace tenpoint::formats

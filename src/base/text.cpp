// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint {
namespace {

bool is_space(UChar32 c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');  // most there is, without a look-up
    return u_isUWhiteSpace(c) || c == 0xFEFF || c == 0x200B;
}

// Arabic letters that writers use for one another.
UChar32 unified(UChar32 c) {
    switch (c) {
        case 0x0622:
        case 0x0623:
        case 0x0625:
        case 0x0671:
            return 0x0627;  // alef forms
        case 0x0649:
            return 0x064A;  // alef maksura
        case 0x0629:
            return 0x0647;  // teh marbuta
        case 0x0640:
            return 0;  // tatweel
        default:
            return c;
    }
}

// What `folded` makes of ASCII, without the detour through UTF-16.
std::string folded_ascii(std::string_view ascii) {
    std::string kept;
    kept.reserve(ascii.size());
    bool pending_space = false;
    for (const char c : ascii) {
        const bool capital = c >= 'A' && c <= 'Z';
        if (!capital && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
            pending_space = !kept.empty();
            continue;
        }
        if (pending_space) kept += ' ';
        pending_space = false;
        kept += static_cast<char>(capital ? c - 'A' + 'a' : c);
    }
    return kept;
}

}  // namespace

std::size_t character_count(std::string_view utf8) {
    return static_cast<std::size_t>(std::ranges::count_if(
        utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view trimmed(std::string_view utf8) {
    // Most of what is trimmed is plain spaces, of which there may be a megabyte.
    const auto end = utf8.find_last_not_of(' ') + 1;  // 0 where there is nothing else
    const auto start = std::min(utf8.find_first_not_of(' '), end);
    utf8 = utf8.substr(start, end - start);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    std::int32_t first = 0;
    auto last = static_cast<std::int32_t>(utf8.size());
    while (first < last) {
        std::int32_t next = first;
        UChar32 c = 0;
        U8_NEXT(bytes, next, last, c);
        if (c < 0 || !is_space(c)) break;
        first = next;
    }
    while (last > first) {
        std::int32_t previous = last;
        UChar32 c = 0;
        U8_PREV(bytes, first, previous, c);
        if (c < 0 || !is_space(c)) break;
        last = previous;
    }
    return utf8.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
}

std::string folded(std::string_view utf8) {
    if (std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return folded_ascii(utf8);
    UErrorCode status = U_ZERO_ERROR;
    const auto* decomposer = icu::Normalizer2::getNFKDInstance(status);
    auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    text.foldCase();
    text = decomposer->normalize(text, status);
    icu::UnicodeString kept;
    bool pending_space = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = unified(text.char32At(i));
        const auto category = u_charType(c);
        if (c == 0 || category == U_NON_SPACING_MARK || category == U_FORMAT_CHAR) continue;
        if (!u_isalnum(c)) {
            pending_space = !kept.isEmpty();
            continue;
        }
        if (pending_space) kept.append(static_cast<UChar32>(' '));
        pending_space = false;
        kept.append(c);
    }
    std::string out;
    kept.toUTF8String(out);
    return out;
}

std::string_view whole_characters(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes) return utf8;
    auto end = bytes;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xc0) == 0x80)
        --end;
    return utf8.substr(0, end);
}

std::string shortened(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes) return std::string{utf8};
    return std::string{whole_characters(utf8, bytes)} + "…";
}

std::string with_ascii_digits(std::string_view text) {
    std::string out;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        const auto start = i;
        UChar32 c = 0;
        U8_NEXT(bytes, i, text.size(), c);
        if (c == 0x200E || c == 0x200F || c == 0x061C) continue;
        if (c > 0x7f && u_isdigit(c))
            out += static_cast<char>('0' + u_charDigitValue(c));
        else
            out += text.substr(start, i - start);
    }
    return out;
}

bool is_valid_utf8(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t i = 0;
    while (i < bytes.size()) {
        UChar32 c = 0;
        U8_NEXT(data, i, bytes.size(), c);
        if (c < 0) return false;
    }
    return true;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const auto longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        if (*std::ranges::min_element(now) > limit) return limit + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return std::min(last[b.size()], limit + 1);
}

}  // namespace tenpoint

// SPDX-License-Identifier: Apache-2.0
#include "formats/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>

#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {
namespace {

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

// UTF-16 shows by zeros in every other byte, since digits and delimiters are ASCII in any language.
std::string utf16_without_mark(std::string_view head) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i)
        if (head[i] == '\0') ++zeros[i % 2];
    const auto most = head.size() / 2;
    if (zeros[1] * 5 > most && zeros[0] * 20 < most) return "UTF-16LE";
    if (zeros[0] * 5 > most && zeros[1] * 20 < most) return "UTF-16BE";
    return {};
}

// Letters beyond ASCII stand alone in Latin text and in runs in Arabic, Cyrillic or Greek.
bool is_mostly_beyond_latin(std::string_view head) {
    std::size_t high = 0;
    std::size_t in_runs = 0;
    for (std::size_t i = 0; i < head.size(); ++i) {
        if (!is_high(head[i])) continue;
        ++high;
        if ((i > 0 && is_high(head[i - 1])) || (i + 1 < head.size() && is_high(head[i + 1])))
            ++in_runs;
    }
    return in_runs * 10 > high * 6;
}

// Only the lines that say something about the encoding.
std::string lines_beyond_ascii(std::string_view head) {
    std::string lines;
    while (!head.empty()) {
        const auto line = head.substr(0, head.find_first_of("\r\n"));
        if (std::ranges::any_of(line, is_high)) lines.append(line) += '\n';
        head.remove_prefix(std::min(head.size(), line.size() + 1));
    }
    return lines;
}

std::string one_byte_encoding(std::string_view head) {
    static constexpr std::array candidates{"windows-1256", "ISO-8859-6",   "windows-1251",
                                           "KOI8-R",       "ISO-8859-5",   "windows-1253",
                                           "ISO-8859-7",   "windows-1255", "ISO-8859-8"};
    if (!is_mostly_beyond_latin(head)) return "windows-1252";
    const auto sample = lines_beyond_ascii(head);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector{ucsdet_open(&status),
                                                                              &ucsdet_close};
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()),
                   &status);
    std::int32_t count = 0;
    const auto* matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) return "windows-1252";
    for (const auto* match : std::span{matches, static_cast<std::size_t>(count)}) {
        const std::string_view name = ucsdet_getName(match, &status);
        if (std::ranges::find(candidates, name) != candidates.end()) return std::string{name};
    }
    return "windows-1252";
}

// In one-byte encodings hardly any two letters happen to form a UTF-8 character.
bool is_utf8_but_for_damage(std::string_view head) {
    std::size_t whole = 0;
    std::size_t damaged = 0;
    while (!head.empty()) {
        const auto prefix = valid_utf8_prefix(head);
        whole += static_cast<std::size_t>(
            std::count_if(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(prefix.bytes),
                          [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
        head.remove_prefix(prefix.bytes);
        if (head.empty() || is_cut_character(head)) break;
        ++damaged;
        head.remove_prefix(1);
    }
    return damaged == 0 || whole > damaged * 4;
}

// The length of the whole 64-byte blocks at the front that are ASCII.
std::size_t ascii_blocks(const std::uint8_t* data, std::size_t size) {
    std::size_t i = 0;
    for (; size - i >= 64; i += 64) {
        std::array<std::uint64_t, 8> words;
        std::memcpy(words.data(), data + i, 64);
        std::uint64_t any = 0;
        for (auto word : words)
            any |= word;
        if ((any & 0x8080808080808080U) != 0) break;
    }
    return i;
}

}  // namespace

Encoding encoding_of(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3, false};
    if (head.starts_with("\xFF\xFE")) return {"UTF-16LE", 2, false};
    if (head.starts_with("\xFE\xFF")) return {"UTF-16BE", 2, false};
    if (auto name = utf16_without_mark(head); !name.empty()) return {std::move(name), 0, true};
    if (is_utf8_but_for_damage(head)) return {"UTF-8", 0, false};
    return {one_byte_encoding(head), 0, true};
}

Utf8Prefix valid_utf8_prefix(std::string_view bytes) {
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    bool is_ascii = true;
    std::size_t i = 0;
    while (i < bytes.size()) {
        i += ascii_blocks(data + i, bytes.size() - i);
        // Up to the next stretch of ASCII, character by character.
        const auto stop = std::min(bytes.size(), i + 64);
        while (i < stop) {
            if (data[i] < 0x80) {
                ++i;
                continue;
            }
            const auto before = i;
            UChar32 c = 0;
            U8_NEXT(data, i, bytes.size(), c);
            if (c < 0) return {before, is_ascii};
            is_ascii = false;
        }
    }
    return {i, is_ascii};
}

bool is_cut_character(std::string_view bytes) {
    if (bytes.empty() || bytes.size() > 3) return false;
    const auto lead = static_cast<unsigned char>(bytes.front());
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    return bytes.size() < length && lead <= 0xF4 &&
           std::ranges::all_of(bytes.substr(1), [](char c) { return (c & 0xC0) == 0x80; });
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tenpoint::formats {

// How a text file writes its characters.
struct Encoding {
    std::string name;            // IANA name, as ICU's converters take it
    std::size_t mark_bytes = 0;  // length of the byte order mark in front
    bool guessed = false;        // neither a mark nor valid UTF-8 proves it
};

// Finds out the encoding from the first bytes of a file: a byte order mark; UTF-16 without one by
// its zero bytes; UTF-8 where valid but for a few damaged places; else the likeliest of the
// one-byte encodings: windows-1252 for Latin letters, ICU's charset detector for all others.
Encoding encoding_of(std::string_view head);

// The front of a text that is whole, valid UTF-8.
struct Utf8Prefix {
    std::size_t bytes = 0;
    bool is_ascii = true;
};

// Runs over ASCII 64 bytes at a time.
Utf8Prefix valid_utf8_prefix(std::string_view bytes);

// Whether `bytes`, which are not valid UTF-8, are only the beginning of a character.
bool is_cut_character(std::string_view bytes);

}  // namespace tenpoint::formats

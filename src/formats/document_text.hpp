// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace tenpoint::formats {

// The words of a document, for searching: of PDF, DOCX, ODT, HTML and plain text, whatever its name
// says it is; valid UTF-8, a paragraph a line, no more than `most_document_text`. Empty where there
// are none to be had: of a picture, a sealed or damaged file, one of another format.
//
// What a hostile file may cost is bounded: a PDF is read by Poppler's own program, apart from this
// one and within limits of memory and time; what is packed, by what it may unpack to.
std::string document_text(const std::filesystem::path& file);

inline constexpr std::size_t most_document_text = std::size_t{1} << 20;  // bytes

}  // namespace tenpoint::formats

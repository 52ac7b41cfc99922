// SPDX-License-Identifier: Apache-2.0
#include "formats/document_text.hpp"

#include <algorithm>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "formats/byte_source.hpp"
#include "formats/encoding.hpp"
#include "formats/html_text.hpp"
#include "formats/packed_text.hpp"
#include "formats/pdf_text.hpp"
#include "formats/text_source.hpp"

namespace tenpoint::formats {
namespace {

constexpr std::size_t head_bytes = 8192;

// What no writer of texts puts there, but pictures, sounds and programs do.
bool is_binary(std::string_view head) {
    return head.find('\0') != std::string_view::npos && !encoding_of(head).name.starts_with("UTF-");
}

std::string characters_of(const std::filesystem::path& file, std::string_view head) {
    TextSource source(ByteFile::open(file), encoding_of(head));
    FileFindings findings;
    std::string text;
    std::vector<char> piece(std::size_t{64} << 10);
    while (text.size() < most_document_text) {
        const auto size = source.read(piece.data(), piece.size(), findings);
        if (size == 0) break;
        text.append(piece.data(), size);
    }
    return text;
}

std::string raw_text(const std::filesystem::path& file) {
    const auto bytes = ByteFile::open(file);
    if (!bytes) return {};
    const auto head = bytes->head(head_bytes);
    if (head.substr(0, 1024).find("%PDF-") != std::string::npos) return pdf_text(file);
    if (head.starts_with("PK")) return packed_text(file);
    if (is_binary(head)) return {};
    auto characters = characters_of(file, head);
    return looks_like_html(head) ? html_text(characters) : characters;
}

}  // namespace

std::string document_text(const std::filesystem::path& file) {
    auto text = raw_text(file);
    std::erase_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t'; });
    text.resize(whole_characters(text, most_document_text).size());
    return is_valid_utf8(text) ? std::string{trimmed(text)} : std::string{};
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/shared_strings.hpp"

#include <charconv>

#include <unicode/utf8.h>

#include "formats/xml.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {

class SharedStrings::Handler final : public XmlHandler {
  public:
    explicit Handler(SharedStrings& strings) : strings_(strings) {}

    void begin(std::string_view name, const XmlAttributes&) override {
        if (name == "si") start_ = strings_.text_.size();
        // Readings in another script beside the text are not part of it.
        if (name == "rPh") ++phonetic_;
        in_text_ = name == "t" && phonetic_ == 0;
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") --phonetic_;
        if (name != "si" || is_oversized()) return;
        decode_escapes(strings_.text_, start_);
        strings_.ends_.push_back(static_cast<std::uint32_t>(strings_.text_.size()));
    }
    void text(std::string_view piece) override {
        if (!in_text_ || is_oversized()) return;
        strings_.text_ += piece;
    }
    bool is_oversized() const {
        return strings_.text_.size() + strings_.ends_.size() * sizeof(std::uint32_t) > most_bytes;
    }

  private:
    SharedStrings& strings_;
    std::size_t start_ = 0;
    int phonetic_ = 0;
    bool in_text_ = false;
};

SharedStrings::Outcome SharedStrings::read(ByteSource& part) {
    Handler handler{*this};
    if (!read_xml(part, handler)) return Outcome::damaged;
    text_.shrink_to_fit();
    ends_.shrink_to_fit();
    return handler.is_oversized() ? Outcome::oversized : Outcome::whole;
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
    if (index >= ends_.size()) return std::nullopt;
    const std::size_t start = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{text_}.substr(start, ends_[index] - start);
}

void decode_escapes(std::string& text, std::size_t from) {
    constexpr std::size_t length = 7;  // "_x000D_"
    auto kept = text.find("_x", from);
    if (kept == text.npos) return;
    for (auto at = kept; at < text.size();) {
        UChar32 c = 0;
        const auto* digits = text.data() + at + 2;
        const bool fits = at + length <= text.size() && text[at] == '_' && text[at + 1] == 'x' &&
                          text[at + length - 1] == '_';
        if (!fits || std::from_chars(digits, digits + 4, c, 16).ptr != digits + 4 ||
            U_IS_SURROGATE(c)) {
            text[kept++] = text[at++];
            continue;
        }
        // Never longer than what it stands for; zero characters are left out.
        if (c != 0) U8_APPEND_UNSAFE(text.data(), kept, c);
        at += length;
    }
    text.resize(kept);
}

}  // namespace tenpoint::formats

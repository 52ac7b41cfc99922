// SPDX-License-Identifier: Apache-2.0
#include "formats/shared_strings.hpp"

#include <charconv>
#include <cstring>
#include <utility>

#include <unicode/utf8.h>

#include "formats/table.hpp"
#include "formats/xml.hpp"

// ICU's macros cast as C does.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace tenpoint::formats {

class SharedStrings::Handler final : public XmlHandler {
  public:
    Handler(SharedStrings& strings, const std::filesystem::path& folder)
        : strings_(strings), folder_(folder) {}

    void begin(std::string_view name, const XmlAttributes&) override {
        if (name == "si") start_ = strings_.text_.size();
        // Readings in another script beside the text are not part of it.
        if (name == "rPh") ++phonetic_;
        in_text_ = name == "t" && phonetic_ == 0;
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") --phonetic_;
        if (name != "si" || outcome_ != Outcome::whole) return;
        decode_escapes(strings_.text_, start_);
        take();
    }
    void text(std::string_view piece) override {
        if (!in_text_ || outcome_ != Outcome::whole) return;
        const auto room = TableLimits::cell_bytes + 1 - (strings_.text_.size() - start_);
        strings_.text_ += piece.substr(0, room);
    }
    Outcome outcome() const { return outcome_; }

  private:
    // The text that has ended is the last one of the block, or goes into the files.
    void take() {
        auto& text = strings_.text_;
        if (strings_.spilled_) {
            if (!strings_.add_spilled(text)) outcome_ = Outcome::not_stored;
            text.clear();
            start_ = 0;
            const auto& spilled = *strings_.spilled_;
            if (spilled.text.size() + spilled.ends.size() > most_bytes)
                outcome_ = Outcome::oversized;
            return;
        }
        strings_.ends_.push_back(static_cast<std::uint32_t>(text.size()));
        if (text.size() + strings_.ends_.size() * sizeof(std::uint32_t) <= most_memory) return;
        if (!strings_.spill(folder_)) outcome_ = Outcome::not_stored;
        start_ = 0;
    }

    SharedStrings& strings_;
    const std::filesystem::path& folder_;
    Outcome outcome_ = Outcome::whole;
    std::size_t start_ = 0;
    int phonetic_ = 0;
    bool in_text_ = false;
};

SharedStrings::Outcome SharedStrings::read(ByteSource& part, const std::filesystem::path& folder) {
    Handler handler{*this, folder};
    if (!read_xml(part, handler)) return Outcome::damaged;
    text_.shrink_to_fit();
    ends_.shrink_to_fit();
    if (spilled_ && !(spilled_->text.finish() && spilled_->ends.finish()))
        return Outcome::not_stored;
    return handler.outcome();
}

bool SharedStrings::spill(const std::filesystem::path& folder) {
    auto text = SpilledBytes::in(folder), ends = SpilledBytes::in(folder);
    if (!text || !ends) return false;
    spilled_.emplace(Spilled{std::move(*text), std::move(*ends), 0, {}});
    std::uint32_t start = 0;
    for (const auto end : ends_) {
        if (!add_spilled(std::string_view{text_}.substr(start, end - start))) return false;
        start = end;
    }
    text_ = {};
    ends_ = {};
    return true;
}

bool SharedStrings::add_spilled(std::string_view text) {
    auto& [texts, ends, count, found] = *spilled_;
    ++count;
    if (!texts.append(text)) return false;
    const std::uint64_t end = texts.size();
    return ends.append({reinterpret_cast<const char*>(&end), sizeof end});
}

std::uint64_t SharedStrings::spilled_end(std::uint64_t index) const {
    std::uint64_t end = 0;
    spilled_->ends.read(index * sizeof end, sizeof end, spilled_->found);
    std::memcpy(&end, spilled_->found.data(), sizeof end);
    return end;
}

std::optional<std::string_view> SharedStrings::at(std::size_t index) const {
    if (spilled_) {
        if (index >= spilled_->count) return std::nullopt;
        const auto start = index == 0 ? 0 : spilled_end(index - 1);
        const auto length = spilled_end(index) - start;
        spilled_->text.read(start, length, spilled_->found);
        return spilled_->found;
    }
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

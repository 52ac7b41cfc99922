// SPDX-License-Identifier: Apache-2.0
#include "base/id.hpp"

#include <algorithm>
#include <cctype>

#include "base/bytes.hpp"

namespace tenpoint {

std::optional<Id> id_from_text(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        const auto c = static_cast<unsigned char>(text[i]);
        if (is_dash ? c != '-' : !(std::isxdigit(c) && !std::isupper(c))) return std::nullopt;
    }
    return Id{std::string{text}};
}

Id IdMaker::next() {
    std::int64_t milliseconds = 0;
    std::uint32_t sequence = 0;
    {
        const std::scoped_lock lock(mutex_);
        const auto now = clock_.now().milliseconds;
        if (now > last_milliseconds_) {
            last_milliseconds_ = now;
            sequence_ = 0;
        } else if (++sequence_ > 0xfff) {  // borrow from the next millisecond
            ++last_milliseconds_;
            sequence_ = 0;
        }
        milliseconds = last_milliseconds_;
        sequence = sequence_;
    }
    std::string raw = randomness_.bytes(16);
    for (std::size_t i = 0; i < 6; ++i)
        raw[i] = static_cast<char>(milliseconds >> (8 * (5 - i)) & 0xff);
    raw[6] = static_cast<char>(0x70 | (sequence >> 8));
    raw[7] = static_cast<char>(sequence & 0xff);
    raw[8] = static_cast<char>(0x80 | (static_cast<unsigned char>(raw[8]) & 0x3f));
    std::string text = to_hex(raw);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        text.insert(at, 1, '-');
    return Id{std::move(text)};
}

}  // namespace tenpoint

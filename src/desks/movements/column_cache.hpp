// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tenpoint::movements {

// Remembers what the texts of one column mean, as numbers, so that each is interpreted once: a
// column of a million cells rarely has more than a few thousand different ones. Rows are often
// sorted, so the text met last is tried first. Holds at most `column_cache_texts`; what is beyond
// is interpreted each time.
inline constexpr std::size_t column_cache_texts = 1 << 16;

// A look-up is most of what reading a cell takes: it calls nothing, and what it looks into is small
// enough for the processor's cache.
class ColumnCache {
  public:
    // The number of `text`, made by `interpret(text)` where it is new.
    template <class Interpret>
    std::uint32_t find(std::string_view text, Interpret&& interpret) {
        const Key key(text);
        if (last_ < entries_.size() && is_at(last_, key, text)) return entries_[last_].number;
        auto slot = slot_of(key);
        for (; slots_[slot] != free; slot = (slot + 1) & (slots_.size() - 1))
            if (is_at(slots_[slot], key, text)) {
                last_ = slots_[slot];
                return entries_[last_].number;
            }
        const std::uint32_t number = interpret(text);
        if (entries_.size() < column_cache_texts) remember(text, key, number);
        return number;
    }

  private:
    static constexpr std::uint32_t free = 0xffff'ffff;

    // A text of up to sixteen bytes itself, a longer one's hash.
    struct Key {
        static constexpr std::size_t whole = 16;

        std::uint64_t first = 0, last = 0;
        std::size_t size = 0;

        explicit Key(std::string_view text) : size(text.size()) {
            const auto* at = text.data();
            if (size > whole) {
                first = std::hash<std::string_view>{}(text);
            } else if (size >= 8) {
                std::memcpy(&first, at, 8);
                std::memcpy(&last, at + size - 8, 8);
            } else if (size >= 4) {
                std::memcpy(&first, at, 4);
                std::memcpy(&last, at + size - 4, 4);
            } else if (size > 0) {
                std::memcpy(&first, at, 1);
                std::memcpy(&last, at + size / 2, 1);
                last = last << 8 | static_cast<unsigned char>(at[size - 1]);
            }
        }
        bool operator==(const Key&) const = default;
    };
    struct Entry {
        Key key;
        std::uint32_t number;
        std::uint32_t longer;  // its place among the long texts
    };
    // Odd numbers that no file knows (multiply-shift, Dietzfelbinger et al. 1997): else it could
    // hold texts that all want one slot.
    struct Multipliers {
        std::uint64_t first, last, size;

        static const Multipliers& of_this_process() {
            static const auto made = [] {
                std::random_device random;
                const auto odd = [&] { return std::uint64_t{random()} << 32 | random() | 1U; };
                return Multipliers{odd(), odd(), odd()};
            }();
            return made;
        }
    };

    bool is_at(std::uint32_t at, const Key& key, std::string_view text) const {
        const auto& entry = entries_[at];
        return entry.key == key && (key.size <= Key::whole || long_texts_[entry.longer] == text);
    }
    std::size_t slot_of(const Key& key) const {
        return (key.first * multipliers_.first + key.last * multipliers_.last +
                key.size * multipliers_.size) >>
               shift_;
    }
    void remember(std::string_view text, const Key& key, std::uint32_t number) {
        last_ = static_cast<std::uint32_t>(entries_.size());
        entries_.push_back({key, number, static_cast<std::uint32_t>(long_texts_.size())});
        if (key.size > Key::whole) long_texts_.emplace_back(text);
        if (entries_.size() * 2 <= slots_.size()) return put(last_);
        slots_.assign(slots_.size() * 2, free);
        --shift_;
        for (std::uint32_t at = 0; at < entries_.size(); ++at)
            put(at);
    }
    void put(std::uint32_t at) {
        auto slot = slot_of(entries_[at].key);
        while (slots_[slot] != free)
            slot = (slot + 1) & (slots_.size() - 1);
        slots_[slot] = at;
    }

    const Multipliers multipliers_ = Multipliers::of_this_process();
    std::vector<Entry> entries_;
    std::deque<std::string> long_texts_;
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64, free);  // places of entries
    unsigned shift_ = 64 - 6;
    std::uint32_t last_ = 0;
};

}  // namespace tenpoint::movements

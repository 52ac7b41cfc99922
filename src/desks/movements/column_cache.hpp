// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tenpoint::movements {

// Remembers what the texts of one column mean, as numbers, so that each is interpreted once: a
// column of a million cells rarely has more than a few thousand different ones. Rows are often
// sorted, so the text met last is tried first. Holds at most `column_cache_texts`; what is beyond
// is interpreted each time.
inline constexpr std::size_t column_cache_texts = 1 << 16;

class ColumnCache {
  public:
    // The number of `text`, made by `interpret(text)` where it is new.
    template <class Interpret>
    std::uint32_t find(std::string_view text, Interpret&& interpret) {
        if (last_ && text == last_->text) return last_->number;
        const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
        auto place = hash & (slots_.size() - 1);
        for (; slots_[place].entry; place = (place + 1) & (slots_.size() - 1))
            if (slots_[place].hash == hash && slots_[place].entry->text == text) {
                last_ = slots_[place].entry;
                return last_->number;
            }
        const std::uint32_t number = interpret(text);
        if (entries_.size() < column_cache_texts) remember(text, hash, number);
        return number;
    }

  private:
    struct Entry {
        std::string text;
        std::uint32_t hash;
        std::uint32_t number;
    };
    struct Slot {
        std::uint32_t hash = 0;
        const Entry* entry = nullptr;
    };

    void remember(std::string_view text, std::uint32_t hash, std::uint32_t number) {
        last_ = &entries_.emplace_back(Entry{std::string{text}, hash, number});
        if (entries_.size() * 2 <= slots_.size()) return put(*last_);
        slots_.assign(slots_.size() * 4, {});
        for (const auto& entry : entries_)
            put(entry);
    }
    void put(const Entry& entry) {
        auto place = entry.hash & (slots_.size() - 1);
        while (slots_[place].entry)
            place = (place + 1) & (slots_.size() - 1);
        slots_[place] = {entry.hash, &entry};
    }

    std::deque<Entry> entries_;  // do not move
    std::vector<Slot> slots_ = std::vector<Slot>(64);
    const Entry* last_ = nullptr;
};

}  // namespace tenpoint::movements

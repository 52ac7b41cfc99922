// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace tenpoint::movements {

// Numbers keys in the order of their first appearance: a hash table with open addressing that holds
// positions only, while the caller keeps the keys in a vector of its own beside their sums.
// `hash_of(position)` and `is_at(position)` look into that vector.
class KeyIndex {
  public:
    // The position of the key with this hash, or `size` if it is new, which it then gets.
    template <class IsAt, class HashOf>
    std::uint32_t find_or_add(std::uint64_t hash, std::uint32_t size, IsAt is_at, HashOf hash_of) {
        if (std::size_t{size} * 2 >= slots_.size()) grow(size, hash_of);
        auto slot = hash >> shift_;
        while (slots_[slot] != empty) {
            if (is_at(slots_[slot])) return slots_[slot];
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = size;
        return size;
    }

    // A multiplicative hash whose high bits are well mixed (Knuth, vol. 3, 6.4).
    static std::uint64_t mixed(std::uint64_t key) {
        key ^= key >> 32;
        key *= 0x9e37'79b9'7f4a'7c15;
        key ^= key >> 29;
        return key * 0xbf58'476d'1ce4'e5b9;
    }

  private:
    static constexpr std::uint32_t empty = 0xffff'ffff;

    template <class HashOf>
    void grow(std::uint32_t size, HashOf hash_of) {
        slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, empty);
        shift_ = 64U - static_cast<unsigned>(std::countr_zero(slots_.size()));
        for (std::uint32_t position = 0; position < size; ++position) {
            auto slot = hash_of(position) >> shift_;
            while (slots_[slot] != empty)
                slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = position;
        }
    }

    std::vector<std::uint32_t> slots_;
    unsigned shift_ = 0;
};

}  // namespace tenpoint::movements

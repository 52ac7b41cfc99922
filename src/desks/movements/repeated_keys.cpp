// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/repeated_keys.hpp"

#include <utility>

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_slots = std::size_t{1} << 22;

// One step of a multiplicative hash with the finaliser of MurmurHash3 (A. Appleby, public domain).
std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
    hash ^= value * 0x9e3779b97f4a7c15U;
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    return hash ^ (hash >> 29U);
}

std::uint64_t pair(std::uint32_t high, std::uint32_t low) {
    return (std::uint64_t{high} << 32U) | low;
}

std::uint32_t bits(std::int32_t value) {
    return static_cast<std::uint32_t>(value);
}

}  // namespace

std::uint64_t extras_hash(std::span<const Code> extras) {
    std::uint64_t hash = extras.size();
    for (std::size_t i = 0; i + 1 < extras.size(); i += 2)
        hash = mix(hash, pair(extras[i], extras[i + 1]));
    if (extras.size() % 2 == 1) hash = mix(hash, extras.back());
    return hash;
}

std::uint64_t key_hash(const Observation& observation, std::uint64_t extras_hash) {
    const auto categories = static_cast<std::uint32_t>(observation.indicator) << 24U |
                            static_cast<std::uint32_t>(observation.sex) << 16U |
                            static_cast<std::uint32_t>(observation.age) << 8U |
                            static_cast<std::uint32_t>(observation.profile);
    auto hash = mix(extras_hash, pair(categories, observation.place));
    hash = mix(hash, pair(bits(observation.period), observation.origin));
    return mix(hash, pair(bits(observation.latitude), bits(observation.longitude)));
}

std::optional<KeyedFigure> RepeatedKeys::add(std::uint64_t hash, const KeyedFigure& figure) {
    if (hash == 0) hash = 1;
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    const auto due = std::exchange(waiting_[next_], Waiting{hash, figure});
    next_ = (next_ + 1) % waiting_figures;
    if (due.hash == 0 || !is_repeated(due.hash)) return std::nullopt;
    return due.figure;
}

std::vector<KeyedFigure> RepeatedKeys::finish() {
    std::vector<KeyedFigure> repeated;
    for (std::size_t i = 0; i < waiting_figures; ++i)
        if (const auto due = std::exchange(waiting_[(next_ + i) % waiting_figures], {});
            due.hash != 0 && is_repeated(due.hash))
            repeated.push_back(due.figure);
    return repeated;
}

// Remembers the key where it is new and there is room.
bool RepeatedKeys::is_repeated(std::uint64_t hash) {
    const auto last = slots_.size() - 1;
    auto place = hash & last;
    for (; slots_[place] != 0; place = (place + 1) & last)
        if (slots_[place] == hash) return true;
    if (full_) return false;
    slots_[place] = hash;
    if (++count_ * 3 > slots_.size() * 2) grow();
    return false;
}

void RepeatedKeys::grow() {
    if (slots_.size() == most_slots) {
        full_ = true;
        return;
    }
    const auto before = std::exchange(slots_, Slots(slots_.size() * 4));
    const auto last = slots_.size() - 1;
    for (const auto hash : before) {
        if (hash == 0) continue;
        auto place = hash & last;
        while (slots_[place] != 0)
            place = (place + 1) & last;
        slots_[place] = hash;
    }
}

}  // namespace tenpoint::movements

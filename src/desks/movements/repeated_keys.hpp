// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/large_pages.hpp"
#include "desks/movements/observation.hpp"

namespace tenpoint::movements {

// Everything of an observation but its count and row, as 64 bits. Two different keys share a hash
// once in some 10^13 pairs.
std::uint64_t key_hash(const Observation& observation, std::uint64_t extras_hash);
std::uint64_t extras_hash(std::span<const Code> extras);

// Where a key stood.
struct KeyedFigure {
    std::int64_t row = 0;
    std::int64_t count = 0;
    std::size_t column = 0;
};

// Finds keys that come again in one file, in bounded memory: the first 2,800,000 keys are
// remembered (32 MB at most), and `full()` tells that later ones were not.
// A key is looked up a few calls after it was given, when its place in memory has had the time to
// come into the processor's cache: the answer of `add` is about an earlier figure.
class RepeatedKeys {
  public:
    // Gives the figure of an earlier call whose key proves to have been there before.
    std::optional<KeyedFigure> add(std::uint64_t hash, const KeyedFigure& figure);
    // The figures still waiting that prove to be repeated.
    std::vector<KeyedFigure> finish();

    bool full() const { return full_; }

  private:
    struct Waiting {
        std::uint64_t hash = 0;  // 0: none
        KeyedFigure figure;
    };
    static constexpr std::size_t waiting_figures = 32;

    using Slots = std::vector<std::uint64_t, LargePages<std::uint64_t>>;

    bool is_repeated(std::uint64_t hash);
    void grow();

    Slots slots_ = Slots(1 << 12);  // 0: free
    std::size_t count_ = 0;
    bool full_ = false;
    std::array<Waiting, waiting_figures> waiting_{};
    std::size_t next_ = 0;
};

}  // namespace tenpoint::movements

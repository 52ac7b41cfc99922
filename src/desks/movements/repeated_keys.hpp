// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "desks/movements/observation.hpp"

namespace tenpoint::movements {

// Everything of an observation but its count and row, as 64 bits. Two different keys share a hash
// once in some 10^13 pairs.
std::uint64_t key_hash(const Observation& observation, std::uint64_t extras_hash);
std::uint64_t extras_hash(std::span<const Code> extras);

// Finds keys that come again in one file, in bounded memory: the first 2,800,000 keys are
// remembered (32 MB at most), and `full()` tells that later ones were not.
class RepeatedKeys {
  public:
    // Tells whether the key was there before.
    bool add(std::uint64_t hash);
    bool full() const { return full_; }

  private:
    void grow();

    std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1 << 12);  // 0: free
    std::size_t count_ = 0;
    bool full_ = false;
};

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tenpoint {

// Randomness is handed to whoever needs it, so that a test can hold it. Safe from many threads.
class Randomness {
  public:
    virtual ~Randomness() = default;
    virtual std::string bytes(std::size_t count) = 0;
};

// The system's, fit for keys (libsodium).
class SystemRandomness final : public Randomness {
  public:
    std::string bytes(std::size_t count) override;
};

}  // namespace tenpoint

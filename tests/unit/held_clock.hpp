// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "base/clock.hpp"

namespace tenpoint {

// A clock that stands still until a test lets time pass, or sets it back.
class HeldClock final : public Clock {
  public:
    Instant now() const override { return {milliseconds_}; }
    void pass(std::chrono::milliseconds time) { milliseconds_ += time.count(); }

  private:
    std::atomic<std::int64_t> milliseconds_ = 1'750'000'000'000;
};

}  // namespace tenpoint

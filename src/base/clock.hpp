// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "base/date.hpp"

namespace tenpoint {

// The clock is handed to whoever needs it, so that a test can hold it.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override {
        const auto since = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }
};

}  // namespace tenpoint

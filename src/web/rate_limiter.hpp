// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/clock.hpp"

namespace tenpoint::web {

// How often somebody may ask: `per_second` on average, and ten seconds' worth at once. Whoever has
// not asked for those ten seconds is forgotten, so that memory follows who is here now. Safe from
// many threads.
class RateLimiter {
  public:
    static constexpr auto burst = std::chrono::seconds{10};

    // 0: no limit. The clock outlives it.
    RateLimiter(const Clock& clock, double per_second) : clock_(clock), per_second_(per_second) {}

    // Lets `who` ask once more, or says how long to wait for it, at least a second.
    std::optional<std::chrono::seconds> refuse(const std::string& who);

    std::size_t remembered() const;

  private:
    // What is left of the ten seconds, as of when it was last touched.
    struct Allowance {
        double left;
        std::int64_t at;  // milliseconds
    };

    double left_of(const Allowance& allowance, std::int64_t now) const;
    void forget_the_rested(std::int64_t now);

    const Clock& clock_;
    double per_second_;
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Allowance> allowances_;
    std::int64_t swept_at_ = 0;
};

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/rate_limiter.hpp"

#include <algorithm>
#include <cmath>

namespace tenpoint::web {
namespace {

constexpr std::int64_t burst_milliseconds = std::chrono::milliseconds(RateLimiter::burst).count();

}  // namespace

// A clock that was set back gives nothing, and takes nothing.
double RateLimiter::left_of(const Allowance& allowance, std::int64_t now) const {
    const auto passed = static_cast<double>(std::max<std::int64_t>(0, now - allowance.at)) / 1000;
    const auto most = per_second_ * static_cast<double>(burst.count());
    return std::min(most, allowance.left + passed * per_second_);
}

void RateLimiter::forget_the_rested(std::int64_t now) {
    if (std::abs(now - swept_at_) < burst_milliseconds) return;
    swept_at_ = now;
    const auto most = per_second_ * static_cast<double>(burst.count());
    std::erase_if(allowances_,
                  [&](const auto& entry) { return left_of(entry.second, now) >= most; });
}

std::optional<std::chrono::seconds> RateLimiter::refuse(const std::string& who) {
    if (per_second_ <= 0) return std::nullopt;
    const auto now = clock_.now().milliseconds;
    const std::scoped_lock lock(mutex_);
    forget_the_rested(now);
    const auto most = per_second_ * static_cast<double>(burst.count());
    auto& allowance = allowances_.try_emplace(who, Allowance{most, now}).first->second;
    const auto left = left_of(allowance, now);
    if (left >= 1) {
        allowance = {left - 1, now};
        return std::nullopt;
    }
    allowance = {left, now};
    return std::chrono::seconds{std::llround(std::ceil((1 - left) / per_second_))};
}

std::size_t RateLimiter::remembered() const {
    const std::scoped_lock lock(mutex_);
    return allowances_.size();
}

}  // namespace tenpoint::web

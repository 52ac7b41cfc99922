// SPDX-License-Identifier: Apache-2.0
#include "web/shares.hpp"

namespace tenpoint::web {

std::shared_ptr<void> Shares::enter(const std::string& who) {
    const std::scoped_lock lock(mutex_);
    auto& count = taken_[who];
    if (count >= most_of_one_) return nullptr;
    ++count;
    // Points at something, so that it can be told from none.
    return {this, [who](Shares* shares) { shares->leave(who); }};
}

void Shares::leave(const std::string& who) {
    const std::scoped_lock lock(mutex_);
    const auto found = taken_.find(who);
    if (--found->second == 0) taken_.erase(found);
}

std::size_t Shares::taken() const {
    const std::scoped_lock lock(mutex_);
    std::size_t sum = 0;
    for (const auto& [who, count] : taken_)
        sum += count;
    return sum;
}

}  // namespace tenpoint::web

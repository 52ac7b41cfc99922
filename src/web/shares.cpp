// SPDX-License-Identifier: Apache-2.0
#include "web/shares.hpp"

namespace tenpoint::web {

std::shared_ptr<void> Shares::enter(const std::string& address) {
    const std::scoped_lock lock(mutex_);
    auto& count = taken_[address];
    if (count >= most_of_one_) return nullptr;
    ++count;
    // Points at something, so that it can be told from none.
    return {this, [address](Shares* shares) { shares->leave(address); }};
}

void Shares::leave(const std::string& address) {
    const std::scoped_lock lock(mutex_);
    const auto found = taken_.find(address);
    if (--found->second == 0) taken_.erase(found);
}

}  // namespace tenpoint::web

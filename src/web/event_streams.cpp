// SPDX-License-Identifier: Apache-2.0
#include "web/event_streams.hpp"

namespace tenpoint::web {

std::shared_ptr<void> EventStreams::enter(const Id& account) {
    const std::scoped_lock lock(mutex_);
    auto& count = open_[account];
    if (count >= most_of_one) return nullptr;
    ++count;
    // Points at something, so that it can be told from none.
    return {this, [account](EventStreams* streams) { streams->leave(account); }};
}

void EventStreams::leave(const Id& account) {
    const std::scoped_lock lock(mutex_);
    const auto found = open_.find(account);
    if (--found->second == 0) open_.erase(found);
}

std::size_t EventStreams::open() const {
    const std::scoped_lock lock(mutex_);
    std::size_t sum = 0;
    for (const auto& [account, count] : open_)
        sum += count;
    return sum;
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "web/change_bell.hpp"

namespace tenpoint::web {

// The live streams of all clients: how many each account has open, and the bell that wakes them.
// Safe from many threads.
class EventStreams {
  public:
    static constexpr std::size_t most_of_one = 10;  // an account's open windows, and some programs

    explicit EventStreams(store::Store& store) : bell_(store) {}

    // A place for one more stream of the account, taken until it is dropped; null where the
    // account has as many as it may.
    std::shared_ptr<void> enter(const Id& account);
    std::size_t open() const;

    ChangeBell& bell() { return bell_; }

  private:
    void leave(const Id& account);

    ChangeBell bell_;
    mutable std::mutex mutex_;
    std::map<Id, std::size_t> open_;  // by account
};

}  // namespace tenpoint::web

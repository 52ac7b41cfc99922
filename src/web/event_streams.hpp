// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/change_bell.hpp"
#include "web/shares.hpp"

namespace tenpoint::web {

// The live streams of all clients: how many each account has open, and the bell that wakes them.
// Safe from many threads.
class EventStreams {
  public:
    static constexpr std::size_t most_of_one = 10;  // an account's open windows, and some programs

    explicit EventStreams(store::Store& store) : bell_(store) {}

    // A place for one more stream of the account, taken until it is dropped; null where the
    // account has as many as it may.
    std::shared_ptr<void> enter(const Id& account) { return places_.enter(account.text); }
    std::size_t open() const { return places_.taken(); }

    ChangeBell& bell() { return bell_; }

  private:
    ChangeBell bell_;
    Shares places_{most_of_one};
};

}  // namespace tenpoint::web

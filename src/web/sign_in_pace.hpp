// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/id.hpp"

namespace tenpoint::web {

// Slows down guessing. After a few failed sign-ins the answers to an account, and to an address,
// are held back, twice as long each time. Nothing is ever locked: the right password gets in after
// the same wait, so that a stranger cannot shut a hotline's account, only slow it by a few seconds.
//
// Kept in memory: a restart forgets it, and so does a quarter of an hour without a failure. May be
// called from many threads.
class SignInPace {
  public:
    using Wait = std::chrono::milliseconds;

    static constexpr int free_for_account = 5;
    static constexpr int free_for_address = 20;
    static constexpr Wait most_for_account = std::chrono::seconds{8};
    static constexpr Wait most_for_address = std::chrono::seconds{8};
    static constexpr Wait most_for_code = std::chrono::seconds{60};
    static constexpr Wait memory = std::chrono::minutes{15};
    // Answers held back for one address at a time; it must not guess in parallel instead. Many
    // people may share an address: an account without failures of its own is never refused for it.
    static constexpr std::size_t most_held = 4;

    explicit SignInPace(const Clock& clock) : clock_(clock) {}

    // An attempt begins, and counts as failed until something else is said of it. Gives how long
    // its answer is to be held back; nothing where too many of the address are held already.
    std::optional<Wait> begin(const std::string& account, const std::string& address);
    // The attempt was right: the account starts afresh, the address is as it was before.
    void succeeded(const std::string& account, const std::string& address);
    // The attempt was neither right nor wrong, such as one that lacks the second factor.
    void not_judged(const std::string& account, const std::string& address);

    // Somebody who knew the password is about to try a code of the second factor, which counts as
    // wrong until it was right. Says whether it may be tried: after a few wrong ones each has to
    // wait until long enough after the one before. Nobody gets here without the password.
    bool may_try_code(const Id& account);
    void code_was_right(const Id& account);

  private:
    struct Failures {
        int count = 0;
        Instant last{};
        std::vector<Instant> held_until{};  // of an address
        Instant next{};                     // of the codes of an account
    };
    using Counts = std::map<std::string, Failures>;

    static Failures& recent(Counts& counts, const std::string& key, Instant now);
    static void take_back(Counts& counts, const std::string& key);

    const Clock& clock_;
    std::mutex mutex_;
    Counts accounts_;   // under the mutex, by name
    Counts addresses_;  // under the mutex
    Counts codes_;      // under the mutex, by the account's id
};

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tenpoint::openid {

// Whether a secret may travel to that address: https, or http to this very machine.
bool is_safe_address(std::string_view address);

// Whether it is http: of the safe ones, those to this very machine.
bool is_in_the_open(std::string_view address);

// What is asked of another server.
struct Question {
    std::string address;
    std::string form{};           // posted as a form; empty: a GET
    std::string authorization{};  // of the header; empty: none
};

struct Answer {
    long status = 0;
    std::string body{};
};

// Asks other servers for small answers. It believes none that it cannot identify (TLS), follows no
// redirect, and gives up after `time`, so that whoever waits for it waits no longer. Safe from many
// threads.
class Fetcher {
  public:
    explicit Fetcher(std::chrono::milliseconds time) : time_(time) {}

    // Blocks. Fails with `openid_unreachable` for an address that is not safe, where nothing comes
    // in time, and where more comes than any such answer holds.
    Result<Answer> ask(const Question& question) const;

    // Ends what is under way within a second, and whatever is asked afterwards.
    void stop() { stopping_ = true; }

  private:
    const std::chrono::milliseconds time_;
    std::atomic<bool> stopping_ = false;
};

}  // namespace tenpoint::openid

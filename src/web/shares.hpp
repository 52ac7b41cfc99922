// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace tenpoint::web {

// How many of some scarce places each address has taken, so that none takes them all. Outlives what
// it gives. Safe from many threads.
class Shares {
  public:
    explicit Shares(std::size_t most_of_one) : most_of_one_(most_of_one) {}

    // A place, taken until it is dropped; null where the address has as many as it may.
    std::shared_ptr<void> enter(const std::string& address);

  private:
    void leave(const std::string& address);

    std::size_t most_of_one_;
    std::mutex mutex_;
    std::map<std::string, std::size_t> taken_;  // under the mutex
};

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace tenpoint::web {

// How many of some scarce places each address, or each account, has taken, so that none takes them
// all. Outlives what it gives. Safe from many threads.
class Shares {
  public:
    explicit Shares(std::size_t most_of_one) : most_of_one_(most_of_one) {}

    // A place, taken until it is dropped; null where `who` has as many as one may.
    std::shared_ptr<void> enter(const std::string& who);
    // By all together.
    std::size_t taken() const;

  private:
    void leave(const std::string& who);

    std::size_t most_of_one_;
    mutable std::mutex mutex_;
    std::map<std::string, std::size_t> taken_;  // under the mutex
};

}  // namespace tenpoint::web

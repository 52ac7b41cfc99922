// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace tenpoint::store {

// How long whoever changes something waits for a database that is gone, or that others hold him up
// in, before it is said that it failed.
class Patience {
  public:
    static constexpr std::chrono::seconds most{10};

    // Waits before the next try, longer each time; false at once where the patience is at an end.
    bool wait();

  private:
    std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::now() + most;
    int waits_ = 0;
};

}  // namespace tenpoint::store

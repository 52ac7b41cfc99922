// SPDX-License-Identifier: Apache-2.0
#include "store/patience.hpp"

#include <algorithm>
#include <random>
#include <thread>

namespace tenpoint::store {

// Never in step with others that wait.
bool Patience::wait() {
    if (std::chrono::steady_clock::now() > end_) return false;
    thread_local std::minstd_rand random{std::random_device{}()};
    const int longest = 1000 << std::min(waits_++, 8);  // microseconds, up to a quarter of a second
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution{longest / 4, longest}(random)));
    return true;
}

}  // namespace tenpoint::store

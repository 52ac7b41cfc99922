// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace tenpoint::store {

// Counts writes, and lets others wait for the next one. Safe from many threads.
class ChangeCount {
  public:
    void operator++() {
        {
            const std::scoped_lock lock(mutex_);
            ++count_;
        }
        changed_.notify_all();
    }
    std::uint64_t now() const { return count_; }

    // Returns once the count is another than `seen`, or the time has passed.
    void wait(std::uint64_t seen, std::chrono::milliseconds time) const {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, time, [&] { return count_ != seen; });
    }

  private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::atomic<std::uint64_t> count_ = 0;
};

}  // namespace tenpoint::store

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "store/store.hpp"

namespace tenpoint::app {

// Seals the store's journal again and again, in a thread of its own, until destroyed. What goes
// wrong is logged once, and once more when it is right again.
class SteadySealing {
  public:
    static constexpr auto pause = std::chrono::milliseconds{500};

    explicit SteadySealing(store::Store& store);

    // As it was last seen: how many entries waited for their seal, and whether the head that the
    // node's folder knows was not in the journal any more.
    std::int64_t unsealed() const { return unsealed_; }
    bool has_lost_head() const { return has_lost_head_; }

  private:
    void seal();
    void count();

    store::Store& store_;
    bool failed_ = false;
    std::atomic<bool> has_lost_head_ = false;
    std::atomic<std::int64_t> unsealed_ = 0;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;  // the last, so that it ends before what it uses
};

}  // namespace tenpoint::app

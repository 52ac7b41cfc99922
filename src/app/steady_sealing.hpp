// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "store/store.hpp"

namespace tenpoint::app {

// Seals the store's journal again and again, in a thread of its own, until destroyed.
class SteadySealing {
  public:
    static constexpr auto pause = std::chrono::milliseconds{500};

    explicit SteadySealing(store::Store& store);

  private:
    void seal();

    store::Store& store_;
    bool failed_ = false;
    std::mutex mutex_;
    std::condition_variable_any stopped_;
    std::jthread thread_;  // the last, so that it ends before what it uses
};

}  // namespace tenpoint::app

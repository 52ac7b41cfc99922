// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "store/store.hpp"

namespace tenpoint::web {

// Rings when the store was written, so that whoever follows it need not ask again and again. Many
// writes in a row are one ring: it rests for a moment after each. Safe from many threads.
class ChangeBell {
  public:
    static constexpr auto rest = std::chrono::milliseconds{100};

    explicit ChangeBell(store::Store& store);
    ~ChangeBell();
    ChangeBell(const ChangeBell&) = delete;
    ChangeBell& operator=(const ChangeBell&) = delete;

    // Called on the bell's thread, and must not block. Ends when what listen() gave is dropped,
    // after which it is not called any more.
    using Listener = std::function<void()>;
    std::shared_ptr<void> listen(Listener listener);

  private:
    void ring_until_stopped(const std::stop_token& stop);
    bool wait_for_listeners(const std::stop_token& stop);
    std::string wait_for_change(const std::string& seen);
    void ring();

    store::Store& store_;
    std::mutex mutex_;
    std::condition_variable_any listened_;
    std::list<Listener> listeners_;  // under the mutex
    std::jthread thread_;
};

}  // namespace tenpoint::web

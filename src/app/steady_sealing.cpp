// SPDX-License-Identifier: Apache-2.0
#include "app/steady_sealing.hpp"

#include <spdlog/spdlog.h>

#include "base/log_text.hpp"

namespace tenpoint::app {

SteadySealing::SteadySealing(store::Store& store)
    : store_(store), thread_([this](const std::stop_token& stop) {
          std::unique_lock lock(mutex_);
          while (!stopped_.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); }))
              seal();
      }) {}

// Told once, not twice a second, until it works again.
void SteadySealing::seal() try {
    store_.seal();
    if (failed_) spdlog::info("event=sealed_again");
    failed_ = false;
} catch (const std::exception& error) {
    if (!failed_) spdlog::error("event=not_sealed error={}", log_text(error.what()));
    failed_ = true;
}

}  // namespace tenpoint::app

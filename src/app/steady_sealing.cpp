// SPDX-License-Identifier: Apache-2.0
#include "app/steady_sealing.hpp"

#include <spdlog/spdlog.h>

#include "base/log_text.hpp"

namespace tenpoint::app {

SteadySealing::SteadySealing(store::Store& store)
    : store_(store), thread_([this](const std::stop_token& stop) {
          std::unique_lock lock(mutex_);
          while (!stopped_.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); })) {
              seal();
              count();
          }
      }) {}

void SteadySealing::seal() try {
    const auto lost = store_.seal();
    if (failed_) spdlog::info("event=journal_sealed_again");
    failed_ = false;
    if (lost && !has_lost_head_) spdlog::error("event=journal_head_lost block={}", lost->number);
    if (!lost && has_lost_head_) spdlog::info("event=journal_head_found");
    has_lost_head_ = lost.has_value();
} catch (const std::exception& error) {
    if (!failed_) spdlog::error("event=journal_not_sealed error={}", log_text(error.what()));
    failed_ = true;
}

void SteadySealing::count() try {
    unsealed_ = store_.unsealed();
} catch (const std::exception&) {  // of a database that cannot be reached the sealing tells
}

}  // namespace tenpoint::app

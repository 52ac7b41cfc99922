// SPDX-License-Identifier: Apache-2.0
#include "web/change_bell.hpp"

namespace tenpoint::web {
namespace {

constexpr auto look_for_the_end = std::chrono::milliseconds{500};

}  // namespace

ChangeBell::ChangeBell(store::Store& store)
    : store_(store), thread_([this](const std::stop_token& stop) { ring_until_stopped(stop); }) {}

ChangeBell::~ChangeBell() = default;

std::shared_ptr<void> ChangeBell::listen(Listener listener) {
    const std::scoped_lock lock(mutex_);
    const auto place = listeners_.insert(listeners_.end(), std::move(listener));
    return {nullptr, [this, place](std::nullptr_t) {
                const std::scoped_lock until_it_rang(mutex_);
                listeners_.erase(place);
            }};
}

void ChangeBell::ring_until_stopped(const std::stop_token& stop) {
    auto seen = store_.changes();
    while (!stop.stop_requested()) {
        const auto now = store_.wait_for_change(seen, look_for_the_end);
        if (now == seen) continue;
        seen = now;
        ring();
        std::this_thread::sleep_for(rest);
    }
}

void ChangeBell::ring() {
    const std::scoped_lock lock(mutex_);
    for (const auto& listener : listeners_)
        listener();
}

}  // namespace tenpoint::web

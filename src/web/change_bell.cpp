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
    listened_.notify_all();
    return {nullptr, [this, place](std::nullptr_t) {
                const std::scoped_lock until_it_rang(mutex_);
                listeners_.erase(place);
            }};
}

void ChangeBell::ring_until_stopped(const std::stop_token& stop) {
    std::string seen;
    while (wait_for_listeners(stop)) {
        auto now = wait_for_change(seen);
        if (now == seen) continue;
        seen = std::move(now);
        ring();
        std::this_thread::sleep_for(rest);
    }
}

// Nobody is asked for news that nobody wants. False at the end.
bool ChangeBell::wait_for_listeners(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    listened_.wait(lock, stop, [&] { return !listeners_.empty(); });
    return !stop.stop_requested();
}

// A database that does not answer is no news.
std::string ChangeBell::wait_for_change(const std::string& seen) try {
    return store_.wait_for_change(seen, look_for_the_end);
} catch (const store::DatabaseError&) {
    std::this_thread::sleep_for(look_for_the_end);
    return seen;
}

void ChangeBell::ring() {
    const std::scoped_lock lock(mutex_);
    for (const auto& listener : listeners_)
        listener();
}

}  // namespace tenpoint::web

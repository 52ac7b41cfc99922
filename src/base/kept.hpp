// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace tenpoint {

// A few values, each under a name, that take long to make from something that has states, such as
// the records of some kinds (store::Snapshot::state_of): each is kept until it is asked for in
// another state. Whoever asks for the same while it is made waits for it, and nobody else does.
// Safe from many threads.
template <class Value>
class Kept {
  public:
    using Pointer = std::shared_ptr<const Value>;

    // Beyond `most` values the one that was not asked for the longest is forgotten.
    explicit Kept(std::size_t most) : most_(most) {}

    // The value of that name and state; where there is none, what `make()` gives. A state that is
    // empty is not known: what is made of it is not kept.
    template <class Make>
    Pointer of(const std::string& name, const std::string& state, Make make) {
        if (state.empty()) return make();
        const auto slot = slot_named(name);
        if (auto known = known_in(*slot, state)) return known;
        const std::scoped_lock lock(slot->making);
        if (auto known = known_in(*slot, state)) return known;
        keep(*slot, {}, nullptr);  // not two of one name at a time
        auto made = make();
        keep(*slot, state, made);
        return made;
    }

    // Lets go of all values but those of that state.
    void forget_all_but(const std::string& state) {
        const std::scoped_lock lock(mutex_);
        for (const auto& slot : slots_)
            if (state.empty() || slot->state != state) slot->value.reset();
    }

    // How many are kept now.
    std::size_t size() const {
        const std::scoped_lock lock(mutex_);
        return static_cast<std::size_t>(std::ranges::count_if(
            slots_, [](const std::shared_ptr<Slot>& slot) { return slot->value != nullptr; }));
    }

  private:
    struct Slot {
        std::string name;
        std::mutex making;
        std::string state;  // under the mutex of all
        Pointer value;      // the same; null: not yet, or forgotten
    };

    std::shared_ptr<Slot> slot_named(const std::string& name) {
        const std::scoped_lock lock(mutex_);
        const auto known =
            std::ranges::find(slots_, name, [](const auto& slot) { return slot->name; });
        if (known != slots_.end()) {
            slots_.splice(slots_.begin(), slots_, known);
        } else {
            slots_.push_front(std::make_shared<Slot>());
            slots_.front()->name = name;
            if (slots_.size() > most_) slots_.pop_back();
        }
        return slots_.front();
    }
    Pointer known_in(const Slot& slot, const std::string& state) const {
        const std::scoped_lock lock(mutex_);
        return slot.state == state ? slot.value : nullptr;
    }
    void keep(Slot& slot, const std::string& state, Pointer value) {
        const std::scoped_lock lock(mutex_);
        slot.state = state;
        slot.value.swap(value);  // what was there goes when the lock is gone
    }

    const std::size_t most_;
    mutable std::mutex mutex_;
    std::list<std::shared_ptr<Slot>> slots_;  // under the mutex, the last asked for first
};

}  // namespace tenpoint

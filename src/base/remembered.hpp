// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace tenpoint {

// What was derived from something in one of its states, such as the store's (Store::state), for as
// long as it stays in that state. Safe from many threads.
template <class Value>
class Remembered {
  public:
    // Beyond `most` values all are forgotten.
    explicit Remembered(std::size_t most) : most_(most) {}

    std::optional<Value> find(const std::string& state, const std::string& key) const {
        const std::scoped_lock lock(mutex_);
        if (state != state_) return std::nullopt;
        const auto known = values_.find(key);
        return known == values_.end() ? std::nullopt : std::optional(known->second);
    }

    void keep(const std::string& state, const std::string& key, Value value) {
        const std::scoped_lock lock(mutex_);
        if (state != state_ || values_.size() >= most_) values_.clear();
        state_ = state;
        values_.insert_or_assign(key, std::move(value));
    }

  private:
    const std::size_t most_;
    mutable std::mutex mutex_;
    std::string state_;                              // under the mutex
    std::unordered_map<std::string, Value> values_;  // under the mutex, all of that state
};

}  // namespace tenpoint

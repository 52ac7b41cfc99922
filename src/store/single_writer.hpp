// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

#include "store/writer.hpp"

namespace tenpoint::store {

// Writes for SQLite, which has one writer at a time: each waits for its turn.
class SingleWriter final : public Writer {
  public:
    explicit SingleWriter(SessionPool& sessions) : sessions_(sessions) {}
    void write(const Work& work) override {
        const std::scoped_lock lock(writing_);
        auto transaction = sessions_.begin(Purpose::writing);
        if (work(transaction.session())) transaction.commit();
    }

  private:
    SessionPool& sessions_;
    std::mutex writing_;
};

}  // namespace tenpoint::store

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/writer.hpp"

namespace tenpoint::store {

// Writes for a database with many writers: each write is a transaction of its own. One that another
// writer got in the way of, or whose connection was lost, is run again until it passes or its
// patience (patience.hpp) is at an end.
//
// A connection that is lost while it commits leaves open whether it did: then the write is not run
// again but fails, and whoever asked finds out (over HTTP by asking again with the same
// Idempotency-Key).
class RetryingWriter final : public Writer {
  public:
    explicit RetryingWriter(SessionPool& sessions) : sessions_(sessions) {}
    void write(const Work& work) override;

  private:
    SessionPool& sessions_;
};

}  // namespace tenpoint::store

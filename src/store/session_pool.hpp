// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "store/session.hpp"

namespace tenpoint::store {

class SessionPool;

// A transaction that has begun on a session of a pool. Unless it was committed it is rolled back at
// its end, also when an exception passes; then the session goes back to the pool.
class OpenTransaction {
  public:
    OpenTransaction(SessionPool& pool, std::unique_ptr<Session> session)
        : pool_(pool), session_(std::move(session)) {}
    ~OpenTransaction();
    OpenTransaction(const OpenTransaction&) = delete;
    OpenTransaction& operator=(const OpenTransaction&) = delete;

    Session& session() { return *session_; }
    void commit();

  private:
    SessionPool& pool_;
    std::unique_ptr<Session> session_;
    bool committed_ = false;
};

// Sessions that are opened when they are needed and used again. May be used from many threads, and
// outlives the transactions that it begins. It has as many sessions as transactions were ever open
// at once: few, since the threads that work are few.
class SessionPool {
  public:
    explicit SessionPool(std::function<std::unique_ptr<Session>()> open) : open_(std::move(open)) {}

    // A session that lost its connection while it was idle is replaced unseen.
    OpenTransaction begin(Purpose purpose);

  private:
    friend class OpenTransaction;

    std::unique_ptr<Session> take_idle();
    void give_back(std::unique_ptr<Session> session);

    std::function<std::unique_ptr<Session>()> open_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Session>> idle_;
};

}  // namespace tenpoint::store

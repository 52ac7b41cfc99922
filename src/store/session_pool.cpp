// SPDX-License-Identifier: Apache-2.0
#include "store/session_pool.hpp"

namespace tenpoint::store {

OpenTransaction::~OpenTransaction() {
    if (!committed_) session_->rollback();
    pool_.give_back(std::move(session_));
}

void OpenTransaction::commit() {
    session_->commit();
    committed_ = true;
}

OpenTransaction SessionPool::begin(Purpose purpose) {
    while (auto idle = take_idle()) {
        try {
            idle->begin(purpose);
            return {*this, std::move(idle)};
        } catch (const DatabaseError& error) {
            if (error.sort() != DatabaseError::Sort::connection_lost) throw;
        }
    }
    auto fresh = open_();
    fresh->begin(purpose);
    return {*this, std::move(fresh)};
}

std::unique_ptr<Session> SessionPool::take_idle() {
    const std::scoped_lock lock(mutex_);
    if (idle_.empty()) return {};
    auto session = std::move(idle_.back());
    idle_.pop_back();
    return session;
}

void SessionPool::give_back(std::unique_ptr<Session> session) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(session));
}

}  // namespace tenpoint::store

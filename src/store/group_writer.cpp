// SPDX-License-Identifier: Apache-2.0
#include "store/group_writer.hpp"

#include <algorithm>
#include <vector>

namespace tenpoint::store {

struct GroupWriter::Waiting {
    const Work& work;
    std::condition_variable turn{};
    bool done = false;
    std::exception_ptr failure{};
};

void GroupWriter::write(const Work& work) {
    Waiting mine{work};
    std::unique_lock lock(mutex_);
    queue_.push_back(&mine);
    mine.turn.wait(lock, [&] { return mine.done || queue_.front() == &mine; });
    if (!mine.done) lead(lock);
    lock.unlock();
    if (mine.failure) std::rethrow_exception(mine.failure);
}

void GroupWriter::lead(std::unique_lock<std::mutex>& lock) {
    const auto size = static_cast<std::ptrdiff_t>(std::min(queue_.size(), largest_group));
    const std::vector<Waiting*> group(queue_.begin(), queue_.begin() + size);
    lock.unlock();
    run(group);
    lock.lock();
    queue_.erase(queue_.begin(), queue_.begin() + size);
    for (auto* waiting : group) {
        waiting->done = true;
        waiting->turn.notify_one();
    }
    if (!queue_.empty()) queue_.front()->turn.notify_one();
}

void GroupWriter::run(Group group) {
    if (group.size() > 1 && run_together(group)) return;
    for (auto* waiting : group)
        run_alone(*waiting);
}

// Says whether the transaction was committed; else nothing of it is left.
bool GroupWriter::run_together(Group group) try {
    auto transaction = sessions_.begin(Purpose::writing);
    auto& session = transaction.session();
    for (auto* waiting : group) {
        session.execute("savepoint work");
        bool is_kept = false;
        try {
            is_kept = waiting->work(session);
        } catch (const DatabaseError& error) {
            if (error.sort() != DatabaseError::Sort::constraint) throw;
            waiting->failure = std::current_exception();
        } catch (...) {
            waiting->failure = std::current_exception();
        }
        if (!is_kept) session.execute("rollback to savepoint work");
        session.execute("release savepoint work");
    }
    transaction.commit();
    return true;
} catch (...) {  // what a work throws was caught above: this is the database's failure
    return false;
}

void GroupWriter::run_alone(Waiting& waiting) try {
    waiting.failure = nullptr;
    auto transaction = sessions_.begin(Purpose::writing);
    if (waiting.work(transaction.session())) transaction.commit();
} catch (...) {
    waiting.failure = std::current_exception();
}

}  // namespace tenpoint::store

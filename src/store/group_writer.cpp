// SPDX-License-Identifier: Apache-2.0
#include "store/group_writer.hpp"

#include <algorithm>
#include <exception>
#include <future>
#include <vector>

namespace tenpoint::store {

struct GroupWriter::Waiting {
    const Work& work;
    bool leads = false;
    std::exception_ptr failure{};
};

struct GroupWriter::Group {
    std::vector<Waiting*> waiting;  // under the mutex until nobody joins any more
    std::promise<void> ending{};
    const std::future<void> end = ending.get_future();
};

void GroupWriter::write(const Work& work) {
    Waiting mine{work};
    const auto group = join(mine);
    if (mine.leads)
        lead(group);
    else
        group->end.wait();
    if (mine.failure) std::rethrow_exception(mine.failure);
}

std::shared_ptr<GroupWriter::Group> GroupWriter::join(Waiting& waiting) {
    const std::scoped_lock lock(joining_);
    if (!gathering_ || gathering_->waiting.size() == largest_group)
        gathering_ = std::make_shared<Group>();
    waiting.leads = gathering_->waiting.empty();
    gathering_->waiting.push_back(&waiting);
    if (gathering_->waiting.size() == expected_) complete_.notify_one();
    return gathering_;
}

void GroupWriter::lead(const std::shared_ptr<Group>& group) {
    {
        const std::scoped_lock turn(writing_);
        close(group);
        run(*group);
        const std::scoped_lock lock(joining_);
        const auto next = gathering_ ? gathering_->waiting.size() : 0;
        expected_ = std::min(group->waiting.size() + next, largest_group);
    }
    group->ending.set_value();
}

// Nobody joins the group any more.
void GroupWriter::close(const std::shared_ptr<Group>& group) {
    std::unique_lock lock(joining_);
    complete_.wait_for(lock, patience, [&] { return group->waiting.size() >= expected_; });
    if (gathering_ == group) gathering_.reset();
}

void GroupWriter::run(const Group& group) {
    if (group.waiting.size() > 1) {
        auto ending = run_together(group, Undoing::of_all);
        if (ending == Ending::needs_savepoints) ending = run_together(group, Undoing::of_each);
        if (ending == Ending::committed) return;
    }
    for (auto* waiting : group.waiting)
        run_alone(*waiting);
}

// Unless it was committed nothing of the transaction is left.
GroupWriter::Ending GroupWriter::run_together(const Group& group, Undoing undoing) try {
    auto transaction = sessions_.begin(Purpose::writing);
    auto& session = transaction.session();
    for (auto* waiting : group.waiting) {
        waiting->failure = nullptr;
        if (undoing == Undoing::of_each) session.execute("savepoint work");
        const auto before = session.changed_rows();
        bool is_kept = false;
        try {
            is_kept = waiting->work(session);
        } catch (const DatabaseError& error) {
            if (error.sort() != DatabaseError::Sort::constraint) throw;
            waiting->failure = std::current_exception();
        } catch (...) {
            waiting->failure = std::current_exception();
        }
        if (undoing == Undoing::of_each) {
            if (!is_kept) session.execute("rollback to savepoint work");
            session.execute("release savepoint work");
        } else if (!is_kept && session.changed_rows() != before) {
            return Ending::needs_savepoints;
        }
    }
    transaction.commit();
    return Ending::committed;
} catch (...) {  // what a work throws was caught above: this is the database's failure
    return Ending::failed;
}

void GroupWriter::run_alone(Waiting& waiting) try {
    waiting.failure = nullptr;
    auto transaction = sessions_.begin(Purpose::writing);
    if (waiting.work(transaction.session())) transaction.commit();
} catch (...) {
    waiting.failure = std::current_exception();
}

}  // namespace tenpoint::store

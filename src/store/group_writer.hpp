// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "store/writer.hpp"

namespace tenpoint::store {

// Writes for SQLite, which has one writer at a time and pays for each commit with a wait for the
// disk. Writes that come while another commits gather in a group and then share one transaction and
// one commit: whoever came first runs the works of the others too, and wakes them once all is
// durable.
//
// A work that is refused or throws leaves nothing behind and disturbs no other. Mostly it has not
// written yet; where it has, the group is run once more with each work in a savepoint of its own,
// which makes SQLite copy every page that it changes, and so costs too much to be the rule. Where
// the database gives up the whole transaction (a full disk, an I/O error, a deferred constraint at
// the commit), the works are run again one by one, so that only those fail that must. Nothing of
// it was acknowledged before.
class GroupWriter final : public Writer {
  public:
    // So many works share a transaction at most.
    static constexpr std::size_t largest_group = 64;
    // Whoever was in the group before mostly comes again soon: a group waits as long for as many as
    // there were, so that callers do not fall into halves that take turns with a commit each.
    static constexpr std::chrono::microseconds patience{200};

    explicit GroupWriter(SessionPool& sessions) : sessions_(sessions) {}
    void write(const Work& work) override;

  private:
    struct Waiting;
    struct Group;
    enum class Undoing { of_all, of_each };
    enum class Ending { committed, needs_savepoints, failed };

    std::shared_ptr<Group> join(Waiting& waiting);
    void lead(const std::shared_ptr<Group>& group);
    void close(const std::shared_ptr<Group>& group);
    void run(const Group& group);
    Ending run_together(const Group& group, Undoing undoing);
    void run_alone(Waiting& waiting);

    SessionPool& sessions_;
    std::mutex writing_;                // held by the leader whose turn it is
    std::mutex joining_;                // guards what follows
    std::shared_ptr<Group> gathering_;  // nothing: whoever comes begins one
    std::size_t expected_ = 1;          // so many write at once, as it seems
    std::condition_variable complete_;
};

}  // namespace tenpoint::store

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <span>

#include "store/writer.hpp"

namespace tenpoint::store {

// Writes for SQLite, which has one writer at a time and pays for each commit with a wait for the
// disk. Writes that come while another commits wait together and then share one transaction and one
// commit: whoever stands first in the queue runs the works of the others too, each in a savepoint
// of its own, and wakes them once all is durable.
//
// A work that is refused or throws leaves nothing behind and disturbs no other. Where the database
// gives up the whole transaction (a full disk, an I/O error, a deferred constraint at the commit),
// nothing of it was acknowledged yet: its works are run again one by one, so that only those fail
// that must.
class GroupWriter final : public Writer {
  public:
    // So many works share a transaction at most.
    static constexpr std::size_t largest_group = 64;

    explicit GroupWriter(SessionPool& sessions) : sessions_(sessions) {}
    void write(const Work& work) override;

  private:
    struct Waiting;
    using Group = std::span<Waiting* const>;

    void lead(std::unique_lock<std::mutex>& lock);
    void run(Group group);
    bool run_together(Group group);
    void run_alone(Waiting& waiting);

    SessionPool& sessions_;
    std::mutex mutex_;
    std::deque<Waiting*> queue_;  // the first of it leads
};

}  // namespace tenpoint::store

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/id.hpp"
#include "base/result.hpp"

namespace tenpoint::web {

// Work that outlasts its request, one piece after the other on a thread of its own. It runs on
// whoever looks; what became of the last two hundred pieces can be asked for. Safe from many
// threads.
class Jobs {
  public:
    struct State {
        enum class Standing { running, done, failed };
        Standing standing = Standing::running;  // also while it waits for its turn
        double progress = 0;                    // 0 to 1
        Id made;                                // the record it made, once done
        std::optional<Problem> problem{};       // once failed
    };
    // Called with how far the work has come, from 0 to 1.
    using Progress = std::function<void(double)>;
    using Work = std::function<Result<Id>(const Progress&)>;

    Jobs(const Clock& clock, Randomness& randomness);
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    // `owner` is the user who may ask for it.
    Id start(const Id& owner, Work work);
    // Ends with the program: a piece that waits is dropped; one that runs has `grace` to finish,
    // and is broken off when it next reports its progress, so that work must leave nothing behind
    // where that throws. Returns after the grace at the latest; the destructor waits for the rest.
    void stop(std::chrono::milliseconds grace);

    // How much waits or runs, and how much came to its end, well or not.
    struct Counts {
        std::size_t unfinished = 0;
        std::uint64_t done = 0;
        std::uint64_t failed = 0;
    };
    Counts counts() const;

    // Nothing for a job that is unknown, forgotten or another's.
    std::optional<State> find(const Id& job, const Id& owner) const;

  private:
    struct Job {
        Id id;
        Id owner;
        Work work;
        State state{};  // under the mutex
    };

    void run_until_stopped();
    void run(Job& job);

    IdMaker ids_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    bool broken_off_ = false;
    bool running_ = false;
    std::uint64_t done_ = 0;
    std::uint64_t failed_ = 0;
    std::deque<std::shared_ptr<Job>> waiting_;
    std::map<Id, std::shared_ptr<Job>> jobs_;  // ids ascend, so that the first is the oldest
    std::thread thread_;
};

}  // namespace tenpoint::web

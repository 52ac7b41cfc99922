// SPDX-License-Identifier: Apache-2.0
#include "web/jobs.hpp"

#include <exception>

#include <spdlog/spdlog.h>

#include "base/log_text.hpp"

namespace tenpoint::web {
namespace {

constexpr std::size_t remembered = 200;

// Thrown through the work that is broken off.
struct BrokenOff {};

}  // namespace

Jobs::Jobs(const Clock& clock, Randomness& randomness)
    : ids_(clock, randomness), thread_([this] { run_until_stopped(); }) {}

Jobs::~Jobs() {
    stop({});
    thread_.join();
}

void Jobs::stop(std::chrono::milliseconds grace) {
    std::unique_lock lock(mutex_);
    stopping_ = true;
    changed_.notify_all();
    changed_.wait_for(lock, grace, [this] { return !running_; });
    broken_off_ = true;
}

Jobs::Counts Jobs::counts() const {
    const std::scoped_lock lock(mutex_);
    return {waiting_.size() + (running_ ? 1 : 0), done_, failed_};
}

Id Jobs::start(const Id& owner, Work work) {
    const auto job = std::make_shared<Job>(Job{ids_.next(), owner, std::move(work)});
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back(job);
        jobs_.emplace(job->id, job);
        if (jobs_.size() > remembered) jobs_.erase(jobs_.begin());
    }
    changed_.notify_all();
    return job->id;
}

std::optional<Jobs::State> Jobs::find(const Id& job, const Id& owner) const {
    const std::scoped_lock lock(mutex_);
    const auto found = jobs_.find(job);
    if (found == jobs_.end() || found->second->owner != owner) return std::nullopt;
    return found->second->state;
}

void Jobs::run_until_stopped() {
    std::unique_lock lock(mutex_);
    while (true) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        const auto job = waiting_.front();
        waiting_.pop_front();
        running_ = true;
        lock.unlock();
        run(*job);
        lock.lock();
        running_ = false;
        changed_.notify_all();
    }
}

void Jobs::run(Job& job) {
    const auto progress = [&](double part) {
        const std::scoped_lock lock(mutex_);
        if (broken_off_) throw BrokenOff{};
        job.state.progress = part;
    };
    std::optional<Problem> problem;
    Id made;
    try {
        auto outcome = job.work(progress);
        if (outcome)
            made = std::move(*outcome);
        else
            problem = std::move(outcome).error();
    } catch (const BrokenOff&) {
        spdlog::warn("event=job_broken_off");
        problem = Problem{ProblemCode::internal_error, "the program ends"};
    } catch (const std::exception& error) {
        spdlog::error("event=job_failed error={}", log_text(error.what()));
        problem = Problem{ProblemCode::internal_error, error.what()};
    }
    job.work = nullptr;
    const std::scoped_lock lock(mutex_);
    ++(problem ? failed_ : done_);
    job.state.progress = 1;
    job.state.standing = problem ? State::Standing::failed : State::Standing::done;
    job.state.made = std::move(made);
    job.state.problem = std::move(problem);
}

}  // namespace tenpoint::web

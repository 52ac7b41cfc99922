// SPDX-License-Identifier: Apache-2.0
#include "web/jobs.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>

namespace tenpoint::web {
namespace {

using Standing = Jobs::State::Standing;

class JobsTest : public testing::Test {
  protected:
    Jobs::State ended(const Id& job) {
        for (int tries = 0; tries < 500; ++tries) {
            auto state = jobs_.find(job, owner_).value();
            if (state.standing != Standing::running) return state;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        throw std::runtime_error("the job does not end");
    }

    SystemClock clock_;
    SystemRandomness randomness_;
    Id owner_{"somebody"};
    Jobs jobs_{clock_, randomness_};
};

TEST_F(JobsTest, TellHowFarTheyAreAndWhatTheyMade) {
    std::mutex gate;
    std::unique_lock closed(gate);
    const auto job = jobs_.start(owner_, [&](const Jobs::Progress& progress) -> Result<Id> {
        progress(0.5);
        const std::scoped_lock wait(gate);
        return Id{"made"};
    });
    while (jobs_.find(job, owner_)->progress < 0.5)
        std::this_thread::yield();
    EXPECT_EQ(jobs_.find(job, owner_)->standing, Standing::running);
    closed.unlock();
    const auto state = ended(job);
    EXPECT_EQ(state.standing, Standing::done);
    EXPECT_EQ(state.made.text, "made");
}

TEST_F(JobsTest, EndWithTheProblemOfTheirWork) {
    const auto refused = jobs_.start(owner_, [](const Jobs::Progress&) -> Result<Id> {
        return Problem{ProblemCode::unreadable_file};
    });
    EXPECT_EQ(ended(refused).problem->code, ProblemCode::unreadable_file);
    const auto broken = jobs_.start(
        owner_, [](const Jobs::Progress&) -> Result<Id> { throw std::runtime_error("a bug"); });
    EXPECT_EQ(ended(broken).standing, Standing::failed);
    EXPECT_EQ(ended(broken).problem->code, ProblemCode::internal_error);
}

TEST_F(JobsTest, HaveTimeToFinishAtTheEnd) {
    const auto job = jobs_.start(owner_, [](const Jobs::Progress&) -> Result<Id> {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        return Id{"made"};
    });
    while (jobs_.counts().unfinished == 0)
        std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    jobs_.stop(std::chrono::seconds(30));
    EXPECT_EQ(jobs_.find(job, owner_)->standing, Standing::done);
}

TEST_F(JobsTest, AreBrokenOffWhereTheyTakeTooLongAndLeaveNothing) {
    std::atomic<bool> begun = false;
    std::atomic<bool> cleaned = false;
    std::atomic<bool> later = false;
    const auto job = jobs_.start(owner_, [&](const Jobs::Progress& progress) -> Result<Id> {
        struct Cleaning {
            std::atomic<bool>& done;
            ~Cleaning() { done = true; }
        } cleaning{cleaned};
        begun = true;
        while (true) {
            progress(0.5);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    });
    jobs_.start(owner_, [&](const Jobs::Progress&) -> Result<Id> {
        later = true;
        return Id{"later"};
    });
    while (!begun)
        std::this_thread::yield();
    jobs_.stop(std::chrono::milliseconds(20));
    EXPECT_EQ(ended(job).standing, Standing::failed);
    EXPECT_TRUE(cleaned);
    EXPECT_FALSE(later);
}

TEST_F(JobsTest, AreCounted) {
    ended(jobs_.start(owner_, [](const Jobs::Progress&) -> Result<Id> { return Id{"made"}; }));
    ended(jobs_.start(owner_, [](const Jobs::Progress&) -> Result<Id> {
        return Problem{ProblemCode::unreadable_file};
    }));
    const auto counts = jobs_.counts();
    EXPECT_EQ(counts.done, 1);
    EXPECT_EQ(counts.failed, 1);
}

TEST_F(JobsTest, AreOnlyTheirOwners) {
    const auto job =
        jobs_.start(owner_, [](const Jobs::Progress&) -> Result<Id> { return Id{"made"}; });
    EXPECT_FALSE(jobs_.find(job, Id{"somebody else"}));
    EXPECT_FALSE(jobs_.find(Id{"unknown"}, owner_));
}

}  // namespace
}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/rate_limiter.hpp"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "test_node.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

int granted(RateLimiter& limiter, const std::string& who, int asked) {
    int count = 0;
    for (int i = 0; i < asked; ++i)
        count += limiter.refuse(who) ? 0 : 1;
    return count;
}

TEST(RateLimiter, LetsTenSecondsWorthThroughAtOnce) {
    HeldClock clock;
    RateLimiter limiter(clock, 5);
    EXPECT_EQ(granted(limiter, "a", 60), 50);
}

TEST(RateLimiter, GivesBackWithTimeButNeverMoreThanThat) {
    HeldClock clock;
    RateLimiter limiter(clock, 5);
    granted(limiter, "a", 60);
    clock.pass(milliseconds(400));
    EXPECT_EQ(granted(limiter, "a", 60), 2);
    clock.pass(seconds(3600));
    EXPECT_EQ(granted(limiter, "a", 60), 50);
}

TEST(RateLimiter, SaysHowLongToWait) {
    HeldClock clock;
    RateLimiter slow(clock, 0.1);
    EXPECT_EQ(slow.refuse("a"), std::nullopt);
    EXPECT_EQ(slow.refuse("a"), seconds(10));
    clock.pass(seconds(4));
    EXPECT_EQ(slow.refuse("a"), seconds(6));
    clock.pass(seconds(6));
    EXPECT_EQ(slow.refuse("a"), std::nullopt);
    RateLimiter quick(clock, 1000);
    granted(quick, "a", 10'000);
    EXPECT_EQ(quick.refuse("a"), seconds(1));
}

TEST(RateLimiter, LetsNobodyUseUpAnothersShare) {
    HeldClock clock;
    RateLimiter limiter(clock, 5);
    granted(limiter, "a", 60);
    EXPECT_EQ(granted(limiter, "b", 60), 50);
}

TEST(RateLimiter, KnowsNoLimitWhereItIsZero) {
    HeldClock clock;
    RateLimiter limiter(clock, 0);
    EXPECT_EQ(granted(limiter, "a", 100'000), 100'000);
    EXPECT_EQ(limiter.remembered(), 0);
}

TEST(RateLimiter, ForgetsWhoeverHasRested) {
    HeldClock clock;
    RateLimiter limiter(clock, 5);
    for (int i = 0; i < 1000; ++i)
        granted(limiter, std::to_string(i), 50);
    clock.pass(seconds(5));
    limiter.refuse("late");
    EXPECT_GT(limiter.remembered(), 1000);
    clock.pass(seconds(20));
    limiter.refuse("last");
    EXPECT_EQ(limiter.remembered(), 1);
}

TEST(RateLimiter, GivesNothingForAClockThatIsSetBack) {
    HeldClock clock;
    RateLimiter limiter(clock, 5);
    granted(limiter, "a", 60);
    clock.pass(seconds(-3600));
    EXPECT_EQ(granted(limiter, "a", 60), 0);
    clock.pass(seconds(2));
    EXPECT_EQ(granted(limiter, "a", 60), 10);
}

TEST(RateLimiter, CountsRightFromManyThreads) {
    HeldClock clock;
    RateLimiter limiter(clock, 100);
    std::atomic<int> count = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] { count += granted(limiter, "a", 500); });
    }
    EXPECT_EQ(count, 1000);
}

}  // namespace
}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "base/kept.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace tenpoint {
namespace {

std::shared_ptr<const int> made_of(int value) {
    return std::make_shared<const int>(value);
}

TEST(Kept, IsMadeOnceForANameAndAState) {
    Kept<int> kept(2);
    EXPECT_EQ(*kept.of("one", "1", [] { return made_of(1); }), 1);
    EXPECT_EQ(*kept.of("one", "1", [] { return made_of(2); }), 1);
    EXPECT_EQ(*kept.of("one", "2", [] { return made_of(3); }), 3);
    EXPECT_EQ(*kept.of("two", "2", [] { return made_of(4); }), 4);
    EXPECT_EQ(kept.size(), 2U);
    kept.forget_all_but("2");
    EXPECT_EQ(kept.size(), 2U);
    kept.forget_all_but("3");
    EXPECT_EQ(kept.size(), 0U);
}

TEST(Kept, IsNotWhatWasMadeOfAStateThatIsNotKnown) {
    Kept<int> kept(2);
    EXPECT_EQ(*kept.of("one", "", [] { return made_of(1); }), 1);
    EXPECT_EQ(*kept.of("one", "", [] { return made_of(2); }), 2);
    EXPECT_EQ(kept.size(), 0U);
}

TEST(Kept, ForgetsWhatWasNotAskedForTheLongest) {
    Kept<int> kept(2);
    kept.of("one", "1", [] { return made_of(1); });
    kept.of("two", "1", [] { return made_of(2); });
    kept.of("one", "1", [] { return made_of(3); });
    kept.of("three", "1", [] { return made_of(4); });
    EXPECT_EQ(*kept.of("one", "1", [] { return made_of(5); }), 1);
    EXPECT_EQ(*kept.of("two", "1", [] { return made_of(6); }), 6);
}

TEST(Kept, IsWaitedForWhileItIsMade) {
    Kept<int> kept(2);
    std::atomic<int> times = 0;
    {
        std::vector<std::jthread> all;
        for (int i = 0; i < 4; ++i)
            all.emplace_back([&] {
                kept.of("one", "1", [&] {
                    std::this_thread::sleep_for(std::chrono::milliseconds(20));
                    return made_of(++times);
                });
            });
    }
    EXPECT_EQ(times, 1);
}

}  // namespace
}  // namespace tenpoint

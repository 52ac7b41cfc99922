// SPDX-License-Identifier: Apache-2.0
#include "web/sign_in_pace.hpp"

#include <gtest/gtest.h>

#include "test_node.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using Wait = SignInPace::Wait;

class PaceTest : public testing::Test {
  protected:
    // Each from an address of its own unless one is given.
    Wait guess(const std::string& account, const std::string& address = {}) {
        const auto from = address.empty() ? "10.0.0." + std::to_string(++guesses_) : address;
        const auto wait = pace_.begin(account, from);
        clock_.pass(wait.value_or(Wait{0}));
        return wait.value_or(Wait{-1});
    }

    HeldClock clock_;
    SignInPace pace_{clock_};
    int guesses_ = 0;
};

TEST_F(PaceTest, AFewSlipsCostNothingThenEachGuessWaitsTwiceAsLong) {
    std::vector<Wait> waits;
    for (int i = 0; i < 11; ++i)
        waits.push_back(guess("hotline"));
    const std::vector<Wait> expected{seconds(0), seconds(0), seconds(0), seconds(0),
                                     seconds(0), seconds(1), seconds(2), seconds(4),
                                     seconds(8), seconds(8), seconds(8)};
    EXPECT_EQ(waits, expected);
}

TEST_F(PaceTest, AStrangerNeverLocksAnAccountButOnlySlowsIt) {
    for (int i = 0; i < 1'000; ++i)
        guess("hotline");
    EXPECT_EQ(guess("hotline", "192.0.2.1"), SignInPace::most_for_account);
    EXPECT_EQ(guess("somebody else", "192.0.2.1"), seconds(0));
}

TEST_F(PaceTest, GuessingManyAccountsFromOneAddressIsSlowedToo) {
    for (int i = 0; i < SignInPace::free_for_address; ++i)
        EXPECT_EQ(guess("user " + std::to_string(i), "192.0.2.1"), seconds(0));
    EXPECT_EQ(guess("another", "192.0.2.1"), seconds(1));
    for (int i = 0; i < 10; ++i)
        guess("more " + std::to_string(i), "192.0.2.1");
    EXPECT_EQ(guess("the last", "192.0.2.1"), SignInPace::most_for_address);
    EXPECT_EQ(guess("the last", "192.0.2.2"), seconds(0));
}

TEST_F(PaceTest, AnAddressDoesNotGetAroundTheWaitByGuessingInParallel) {
    for (int i = 0; i < SignInPace::free_for_address; ++i)
        pace_.begin("user " + std::to_string(i), "192.0.2.1");
    for (std::size_t i = 0; i < SignInPace::most_held; ++i)
        EXPECT_TRUE(pace_.begin("hotline", "192.0.2.1"));
    EXPECT_FALSE(pace_.begin("hotline", "192.0.2.1"));
    EXPECT_TRUE(pace_.begin("hotline", "192.0.2.2"));
    clock_.pass(seconds(1));
    EXPECT_TRUE(pace_.begin("hotline", "192.0.2.1"));
    EXPECT_FALSE(pace_.begin("hotline", "192.0.2.1"));
    EXPECT_TRUE(pace_.begin("a neighbour", "192.0.2.1")) << "who shares the address";
}

TEST_F(PaceTest, ARightPasswordMakesTheAccountForgetAndTheAddressRemember) {
    for (int i = 0; i < 30; ++i)
        guess("hotline", "192.0.2.1");
    guess("hotline", "192.0.2.9");
    pace_.succeeded("hotline", "192.0.2.9");
    EXPECT_EQ(guess("hotline", "192.0.2.8"), seconds(0));
    EXPECT_EQ(guess("hotline", "192.0.2.1"), SignInPace::most_for_address);
}

TEST_F(PaceTest, CodesOfAnAccountAreTriedOneAfterTheOther) {
    const Id account{"018bcfe5-6800-7000-8000-000000000001"};
    const Id other{"018bcfe5-6800-7000-8000-000000000002"};
    for (int i = 0; i < SignInPace::free_for_account; ++i)
        EXPECT_TRUE(pace_.may_try_code(account));
    EXPECT_TRUE(pace_.may_try_code(account));
    EXPECT_FALSE(pace_.may_try_code(account)) << "a second has to pass";
    EXPECT_TRUE(pace_.may_try_code(other));
    int tried = 0;
    for (int second = 0; second < 3600; ++second) {
        clock_.pass(seconds(1));
        tried += pace_.may_try_code(account) ? 1 : 0;
    }
    EXPECT_LT(tried, 70);
    pace_.code_was_right(account);
    EXPECT_TRUE(pace_.may_try_code(account));
    EXPECT_TRUE(pace_.may_try_code(account));
}

TEST_F(PaceTest, SigningInRightlyNeverSlowsAnybody) {
    for (int i = 0; i < 200; ++i) {
        EXPECT_EQ(guess("hotline", "192.0.2.1"), seconds(0));
        i % 2 == 0 ? pace_.succeeded("hotline", "192.0.2.1")
                   : pace_.not_judged("hotline", "192.0.2.1");
    }
}

TEST_F(PaceTest, AQuarterOfAnHourLaterAllIsForgotten) {
    for (int i = 0; i < 30; ++i)
        guess("hotline", "192.0.2.1");
    clock_.pass(minutes(15) + seconds(1));
    EXPECT_EQ(guess("hotline", "192.0.2.1"), seconds(0));
}

TEST_F(PaceTest, MadeUpNamesPushOutTheOldestOnesOnly) {
    for (int i = 0; i < 10; ++i)
        guess("long ago");
    clock_.pass(seconds(1));
    for (int i = 0; i < 12'000; ++i) {
        guess("made up " + std::to_string(i));
        if (i % 100 == 0) guess("hotline");
    }
    EXPECT_EQ(guess("hotline"), SignInPace::most_for_account);
    EXPECT_EQ(guess("long ago"), seconds(0));
}

}  // namespace
}  // namespace tenpoint::web

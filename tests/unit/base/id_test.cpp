// SPDX-License-Identifier: Apache-2.0
#include "base/id.hpp"

#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "held_clock.hpp"

namespace tenpoint {
namespace {

TEST(IdMaker, AscendsWithinAMillisecondAndWhenTheClockIsSetBack) {
    HeldClock clock;
    SystemRandomness randomness;
    IdMaker maker(clock, randomness);
    auto last = maker.next();
    for (int i = 0; i < 10'000; ++i) {
        if (i == 5'000) clock.pass(std::chrono::minutes(-1));
        auto next = maker.next();
        ASSERT_LT(last, next);
        ASSERT_TRUE(id_from_text(next.text));
        ASSERT_EQ(next.text[14], '7');
        last = std::move(next);
    }
}

TEST(IdFromText, TakesOnlyTheCanonicalForm) {
    EXPECT_TRUE(id_from_text("018bcfe5-6800-7000-8000-000000000001"));
    EXPECT_FALSE(id_from_text("018BCFE5-6800-7000-8000-000000000001"));
    EXPECT_FALSE(id_from_text("018bcfe5680070008000000000000001"));
    EXPECT_FALSE(id_from_text(""));
}

TEST(Hash, IsBlake2bOf256Bits) {
    // RFC 7693 gives the 512-bit vector; this is the widely published 256-bit one for "abc".
    EXPECT_EQ(hash_of("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    Hasher pieces;
    pieces.add("a");
    pieces.add("bc");
    EXPECT_EQ(pieces.digest(), hash_of("abc"));
}

TEST(Hex, GoesBothWaysAndRefusesWhatIsNone) {
    std::string bytes;
    EXPECT_TRUE(from_hex("00ff10", bytes));
    EXPECT_EQ(bytes, std::string("\x00\xff\x10", 3));
    EXPECT_EQ(to_hex(bytes), "00ff10");
    EXPECT_FALSE(from_hex("0", bytes));
    EXPECT_FALSE(from_hex("zz", bytes));
}

}  // namespace
}  // namespace tenpoint

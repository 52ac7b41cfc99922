// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <gtest/gtest.h>

#include "base/period.hpp"

namespace tenpoint {
namespace {

TEST(Date, IsReadAndWrittenAlikeFromTheFirstYearToTheLast) {
    for (const auto* text : {"0001-01-01", "1969-12-31", "2024-02-29", "9999-12-31"}) {
        const auto day = day_from_text(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(to_text(*day), text);
    }
}

TEST(Date, RefusesYearsThatCannotBeWrittenBack) {
    for (const auto* text : {"0000-05-01", "0000-12-31", "-001-01-01", "10000-01-01"})
        EXPECT_FALSE(day_from_text(text)) << text;
    EXPECT_FALSE(instant_from_text("0000-05-01T00:00:00Z"));
    EXPECT_FALSE(period_from_text("0000-05-01"));
    EXPECT_FALSE(period_from_text("9999-W52")) << "it ends in the year 10000";
}

}  // namespace
}  // namespace tenpoint

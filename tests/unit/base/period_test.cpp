// SPDX-License-Identifier: Apache-2.0
#include "base/period.hpp"

#include <array>

#include <gtest/gtest.h>

namespace tenpoint {
namespace {

struct Written {
    const char* text;
    const char* first;
    const char* last;
};

class WrittenPeriods : public testing::TestWithParam<Written> {};

TEST_P(WrittenPeriods, AreReadWrittenAndCodedAlike) {
    const auto period = period_from_text(GetParam().text);
    ASSERT_TRUE(period);
    EXPECT_EQ(to_text(*period), GetParam().text);
    EXPECT_EQ(to_text(period->first_day()), GetParam().first);
    EXPECT_EQ(to_text(period->last_day()), GetParam().last);
    EXPECT_EQ(Period::from_code(period->code()), *period);
    EXPECT_EQ(period->next().previous(), *period);
}

INSTANTIATE_TEST_SUITE_P(Period, WrittenPeriods,
                         testing::Values(Written{"2024", "2024-01-01", "2024-12-31"},
                                         Written{"2024-Q1", "2024-01-01", "2024-03-31"},
                                         Written{"2024-Q4", "2024-10-01", "2024-12-31"},
                                         Written{"2024-02", "2024-02-01", "2024-02-29"},
                                         Written{"2023-02", "2023-02-01", "2023-02-28"},
                                         Written{"2020-W53", "2020-12-28", "2021-01-03"},
                                         Written{"2021-W01", "2021-01-04", "2021-01-10"},
                                         // Sunday to Saturday, as in the tables of CDC's MMWR.
                                         Written{"2024-E07", "2024-02-11", "2024-02-17"},
                                         Written{"2020-E53", "2020-12-27", "2021-01-02"},
                                         Written{"2014-E53", "2014-12-28", "2015-01-03"},
                                         Written{"2015-E01", "2015-01-04", "2015-01-10"},
                                         Written{"1969-12", "1969-12-01", "1969-12-31"},
                                         Written{"2026-03-28", "2026-03-28", "2026-03-28"}));

TEST(Period, RefusesWhatIsNoPeriod) {
    for (const auto* text :
         {"", "24", "2024-13", "2024-00", "2024-Q5", "2021-W53", "2023-02-29", "2024-1", "-024",
          "2024/01", "2024-W00", "2024-W-1", "2024-E53", "2024-E00"})
        EXPECT_FALSE(period_from_text(text)) << text;
}

TEST(Period, OrdersByFirstDayTheLongerFirst) {
    const std::array ascending{"2023-12-31", "2024",       "2024-Q1",   "2024-01",
                               "2024-W01",   "2024-01-01", "2024-01-02"};
    for (std::size_t i = 1; i < ascending.size(); ++i)
        EXPECT_LT(*period_from_text(ascending[i - 1]), *period_from_text(ascending[i]))
            << ascending[i];
}

TEST(Period, KnowsTheYearBefore) {
    EXPECT_EQ(to_text(*period_from_text("2024-03")->year_before()), "2023-03");
    EXPECT_EQ(to_text(*period_from_text("2024-02-29")->year_before()), "2023-02-28");
    EXPECT_EQ(to_text(*period_from_text("2021-W10")->year_before()), "2020-W10");
    EXPECT_FALSE(period_from_text("2020-W53")->year_before());
    EXPECT_EQ(to_text(*period_from_text("2021-E10")->year_before()), "2020-E10");
}

TEST(Instant, IsReadAndWrittenToTheMillisecond) {
    const auto instant = instant_from_text("2026-03-28T02:30:00Z");
    ASSERT_TRUE(instant);
    EXPECT_EQ(to_text(*instant), "2026-03-28T02:30:00.000Z");
    EXPECT_EQ(to_text(Instant{-1}), "1969-12-31T23:59:59.999Z");
    EXPECT_FALSE(instant_from_text("2026-03-28 02:30:00Z"));
    EXPECT_FALSE(instant_from_text("2026-03-28T25:00:00Z"));
}

}  // namespace
}  // namespace tenpoint

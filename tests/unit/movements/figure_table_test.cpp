// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_table.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

TEST(FigureTable, TellsAnyNumberOfOriginsApart) {
    std::vector<Said> said;
    for (int i = 0; i < 600; ++i) {
        const auto origin = fmt::format("O{:03}", i);
        said.push_back({"2021-01", i, origin, Sex::female});
        said.push_back({"2021-01", 1, origin, Sex::male});
        said.push_back({"2021-02", i, origin, Sex::female});
    }
    const auto consolidation = consolidate({{batch_of("A", said)}, {}, {}, {}});
    FigureQuery query;
    query.by = {Grouping::origin, Grouping::sex};
    const auto table = figures(*consolidation, query);
    ASSERT_EQ(table.figures.size(), 1200U);
    for (std::size_t i = 0; i < 600; ++i) {
        const auto& men = table.figures[2 * i];
        const auto& women = table.figures[2 * i + 1];
        EXPECT_EQ(men.origin, fmt::format("O{:03}", i));
        EXPECT_EQ(women.origin, men.origin);
        EXPECT_EQ(men.count + women.count, static_cast<std::int64_t>(2 * i + 1));
    }
}

TEST(FigureTable, KeepsAFigureOfNobody) {
    const auto consolidation =
        consolidate({{batch_of("A", {{"2021-01", 0, "VEN"}, {"2021-02", 0, "VEN"}})}, {}, {}, {}});
    FigureQuery query;
    query.by = {Grouping::period, Grouping::origin};
    query.period_unit = PeriodUnit::year;
    const auto table = figures(*consolidation, query);
    ASSERT_EQ(table.figures.size(), 1U);
    EXPECT_EQ(table.figures.front().origin, "VEN");
    EXPECT_EQ(table.figures.front().count, 0);
}

}  // namespace
}  // namespace tenpoint::movements

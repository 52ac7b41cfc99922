// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_table.hpp"

#include <map>
#include <tuple>

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

TEST(FigureTable, TellsWhateverDimensionsAreAskedForApart) {
    const auto origin_at = [](int i) { return fmt::format("O{:03}", i); };
    std::vector<Said> said;
    std::int64_t count = 1;
    for (int origin = 0; origin < 40; ++origin)
        for (const auto sex : {Sex::female, Sex::male})
            for (const auto age : {AgeGroup::child, AgeGroup::adult})
                said.push_back({"2021-01", count++, origin_at(origin), sex, age});
    const auto consolidation = consolidate({{batch_of("A", said)}, {}, {}, {}});
    using Coordinates = std::tuple<std::string, Sex, AgeGroup>;
    for (unsigned asked = 1; asked < 8; ++asked) {
        const bool by_origin = (asked & 1) != 0, by_sex = (asked & 2) != 0, by_age = asked >= 4;
        FigureQuery query;
        if (by_origin) query.by.push_back(Grouping::origin);
        if (by_sex) query.by.push_back(Grouping::sex);
        if (by_age) query.by.push_back(Grouping::age);
        std::map<Coordinates, std::int64_t> expected, found;
        for (const auto& one : said)
            expected[{by_origin ? one.origin : "", by_sex ? one.sex : Sex::all,
                      by_age ? one.age : AgeGroup::all}] += one.count;
        for (const auto& figure : figures(*consolidation, query).figures)
            found[{figure.origin, figure.sex, figure.age}] += figure.count;
        EXPECT_EQ(found, expected) << asked;
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

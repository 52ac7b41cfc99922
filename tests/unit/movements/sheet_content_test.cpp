// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_content.hpp"

#include <gtest/gtest.h>

#include "days.hpp"
#include "desks/movements/sheet_content_stretch.hpp"
#include "sheet_sample.hpp"

namespace tenpoint::movements {
namespace {

TEST(SheetContent, ComesBackFromJsonAsItWas) {
    const auto content = sample_content();
    const auto read = sheet_content_from_json(to_json(content));
    ASSERT_TRUE(read);
    EXPECT_EQ(to_json(*read), to_json(content));
    EXPECT_EQ(fingerprint(*read), fingerprint(content));
}

TEST(SheetContent, OfAnOlderEditionMayLackMembers) {
    const auto read = sheet_content_from_json(R"({"code": "HND", "measures": []})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->code, "HND");
}

TEST(SheetContent, RefusesWhatNoEditionEverHeld) {
    for (const auto* json : {"", "[]", R"({"code": 1})", R"({"measures": [{"indicator": "moon"}]})",
                             R"({"days": {"from": "2024"}})"})
        EXPECT_EQ(sheet_content_from_json(json).error().code, ProblemCode::malformed_json) << json;
}

struct Alteration {
    std::string_view name;
    void (*apply)(SheetContent&);
};

TEST(SheetContent, HasAnotherFingerprintWhenOneFigureChanges) {
    const Alteration alterations[] = {
        {"total", [](SheetContent& content) { ++*content.measures[0].now.count; }},
        {"total before", [](SheetContent& content) { ++*content.measures[0].before.count; }},
        {"gap", [](SheetContent& content) { content.measures[1].now.gaps.clear(); }},
        {"month", [](SheetContent& content) { ++content.measures[0].periods[1].count; }},
        {"origin", [](SheetContent& content) { ++content.measures[0].by_origin[0].count; }},
        {"sex", [](SheetContent& content) { ++content.measures[0].by_sex_age[0].count; }},
        {"deaths", [](SheetContent& content) { ++*content.deaths[0].now.count; }},
        {"disagreement",
         [](SheetContent& content) { ++*content.disagreements[0].candidates[1].count; }},
        {"contradiction", [](SheetContent& content) { ++content.contradictions[0].other; }},
        {"dates", [](SheetContent& content) { content.days.to += std::chrono::days{1}; }},
    };
    const auto before = fingerprint(sample_content());
    for (const auto& [name, apply] : alterations) {
        auto content = sample_content();
        apply(content);
        EXPECT_NE(fingerprint(content), before) << name;
    }
}

TEST(SheetContent, KeepsItsFingerprintWhenOnlyWordsChange) {
    auto content = sample_content();
    content.name.en = "Another name";
    content.sources[0].licence = "CC BY 4.0";
    content.measures[0].rule_reason = "Said better.";
    content.consolidation = "another";
    EXPECT_EQ(fingerprint(content), fingerprint(sample_content()));
}

TEST(SheetContent, ComparesOnlyWhatIsKnownInFull) {
    const auto content = sample_content();
    EXPECT_NEAR(change_of(content.measures[0]).value(), -0.419, 0.001);
    EXPECT_FALSE(change_of(content.measures[1])) << "December is not known";
    auto measure = content.measures[0];
    measure.other_sources_before = {"Other count"};
    EXPECT_FALSE(change_of(measure)) << "another source's figures before";
    measure.before = {};
    EXPECT_FALSE(change_of(measure)) << "nothing before";
    measure.before = {0, {}};
    EXPECT_FALSE(change_of(measure)) << "nothing to be a share of";
}

TEST(SheetContent, RanksOriginsWithTheUnknownLast) {
    const auto origins = origins_of(sample_content().measures[0]);
    ASSERT_EQ(origins.size(), 5);
    EXPECT_EQ(origins[0].origin, "VEN");
    EXPECT_EQ(origins[0].count, 209'000);
    EXPECT_EQ(origins[3].origin, "unknown");
    EXPECT_EQ(origins[4].origin, "");
}

TEST(SheetContent, TakesTheOriginsOfAStockFromItsLastPeriod) {
    auto measure = sample_content().measures[0];
    measure.indicator = Indicator::stay;
    EXPECT_EQ(origins_of(measure)[0].count, 109'000);
}

TEST(Stretch, IsComparedWithTheSameLengthBefore) {
    struct Case {
        Stretch now, before;
    };
    const Case cases[] = {
        {days("2024-01-01", "2024-12-31"), days("2023-01-01", "2023-12-31")},
        {days("2015-10-01", "2015-12-31"), days("2015-07-01", "2015-09-30")},
        {days("2024-03-01", "2024-03-31"), days("2024-02-01", "2024-02-29")},
        {days("2024-03-11", "2024-03-20"), days("2024-03-01", "2024-03-10")},
    };
    for (const auto& [now, before] : cases)
        EXPECT_EQ(stretch_before(now), before) << to_text(now.from);
}

TEST(Stretch, LeavesGapsWhereNothingCoversIt) {
    const auto year = days("2024-01-01", "2024-12-31");
    EXPECT_EQ(gaps_in(year, {}), std::vector{year});
    EXPECT_TRUE(gaps_in(year, {days("2023-01-01", "2025-12-31")}).empty());
    EXPECT_EQ(gaps_in(year, {days("2024-03-01", "2024-03-31"), days("2024-01-01", "2024-01-31"),
                             days("2024-04-01", "2025-06-30")}),
              std::vector{days("2024-02-01", "2024-02-29")});
}

TEST(Stretch, KnowsWhenItIsACalendarPeriod) {
    EXPECT_EQ(period_of(days("2024-01-01", "2024-12-31")), period_from_text("2024"));
    EXPECT_EQ(period_of(days("2024-04-01", "2024-06-30")), period_from_text("2024-Q2"));
    EXPECT_EQ(period_of(days("2024-02-01", "2024-02-29")), period_from_text("2024-02"));
    EXPECT_FALSE(period_of(days("2024-02-01", "2024-03-31")));
}

}  // namespace
}  // namespace tenpoint::movements

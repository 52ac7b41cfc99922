// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/consolidation_summary_cache.hpp"
#include "desks/movements/figure_table.hpp"
#include "one_of.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

Said anything_said() {
    return {one_of<std::string>(
                {"2021", "2021-Q1", "2021-01", "2021-02", "2021-03", "2021-W05", "2021-01-31"}),
            *rc::gen::inRange(0, 40),
            one_of<std::string>({"", "VEN", "HTI", "unknown"}),
            one_of<Sex>({Sex::all, Sex::male, Sex::female}),
            one_of<AgeGroup>({AgeGroup::all, AgeGroup::adult, AgeGroup::child, AgeGroup::age_0_4}),
            Profile::all,
            one_of<std::string>({"PAN", "HND"}),
            one_of<Indicator>({Indicator::crossing, Indicator::stay})};
}

std::vector<AcceptedBatch> any_batches() {
    std::vector<AcceptedBatch> batches;
    const auto count = *rc::gen::inRange(1, 6);
    for (int b = 0; b < count; ++b) {
        std::vector<Said> said(*rc::gen::inRange<std::size_t>(1, 12));
        std::ranges::generate(said, anything_said);
        batches.push_back(batch_of(one_of<std::string>({"A", "B", "C"}), said));
    }
    return batches;
}

ConsolidationInput with_any_rule(std::vector<AcceptedBatch> batches) {
    ConsolidationInput input{std::move(batches), {}, {}, {}};
    const auto method =
        one_of<RuleMethod>({RuleMethod::authoritative, RuleMethod::highest, RuleMethod::lowest,
                            RuleMethod::median, RuleMethod::sum});
    input.rules.push_back({Id{"rule"}, std::nullopt, "", method, Id{"B id"}});
    return input;
}

const std::vector<FigureQuery>& queries() {
    static const std::vector<FigureQuery> all = {
        {},
        {.by = {Grouping::place, Grouping::period}},
        {.by = {Grouping::origin, Grouping::sex, Grouping::age, Grouping::source}},
        {.origins = {"VEN"}, .by = {Grouping::period}, .period_unit = PeriodUnit::year},
    };
    return all;
}

RC_GTEST_PROP(Consolidation, comes_out_the_same_in_whatever_order_files_came, ()) {
    auto input = with_any_rule(any_batches());
    const auto first = consolidate(input);
    // They come in another order, which gives them other ids.
    const auto size = input.batches.size();
    for (std::size_t i = size; i > 1; --i)
        std::swap(input.batches[i - 1], input.batches[*rc::gen::inRange<std::size_t>(0, i)]);
    for (std::size_t i = 0; i < size; ++i)
        input.batches[i].batch.text = std::to_string(i);
    const auto second = consolidate(input);
    RC_ASSERT(second->fingerprint() == first->fingerprint());
    for (const auto& query : queries())
        RC_ASSERT(figures(*second, query).fingerprint == figures(*first, query).fingerprint);
}

RC_GTEST_PROP(Consolidation, takes_a_new_batch_in_as_if_it_had_been_there_all_along, ()) {
    const auto input = with_any_rule(any_batches());
    auto without = input;
    without.batches.pop_back();
    const auto before = consolidate(without);
    const auto grown = consolidate(input, before.get());
    const auto afresh = consolidate(input);
    for (const auto& query : queries())
        RC_ASSERT(figures(*grown, query).fingerprint == figures(*afresh, query).fingerprint);
}

std::int64_t sum_of(const FigureTable& table) {
    return std::accumulate(
        table.figures.begin(), table.figures.end(), std::int64_t{0},
        [](std::int64_t sum, const Figure& figure) { return sum + figure.count; });
}

RC_GTEST_PROP(Consolidation, gives_totals_that_agree_however_they_are_grouped, ()) {
    const auto consolidation = consolidate(with_any_rule(any_batches()));
    FigureQuery query{.indicators = {Indicator::crossing}};
    const auto total = sum_of(figures(*consolidation, query));
    for (const auto grouping : {Grouping::period, Grouping::place, Grouping::origin, Grouping::sex,
                                Grouping::age, Grouping::source}) {
        query.by = {grouping};
        RC_ASSERT(sum_of(figures(*consolidation, query)) == total);
        query.by.push_back(Grouping::period);
        query.period_unit = PeriodUnit::year;
        RC_ASSERT(sum_of(figures(*consolidation, query)) == total);
        query.by.insert(query.by.end(), {Grouping::sex, Grouping::age});
        RC_ASSERT(sum_of(figures(*consolidation, query)) == total);
    }
}

TEST(SummaryCache, keeps_what_fits_and_makes_the_rest_again) {
    int loads = 0;
    const auto segment = segment_of({{"2021", 5, "VEN"}});
    const auto bytes = summarize(segment).value()->bytes();
    SummaryCache cache(bytes * 2, [&](const Id&) -> Result<StoredSegment> {
        ++loads;
        return segment;
    });
    for (const auto* id : {"a", "b", "a", "c", "a", "b"})
        ASSERT_TRUE(cache.get(Id{id}));
    EXPECT_EQ(loads, 4);  // a, b, c, and b again, which c had pushed out
    EXPECT_LE(cache.bytes(), bytes * 2);
}

TEST(SummaryCache, passes_on_why_a_segment_cannot_be_had) {
    SummaryCache cache(1000, [](const Id&) -> Result<StoredSegment> {
        return Problem{ProblemCode::not_found, "no such segment"};
    });
    EXPECT_EQ(cache.get(Id{"a"}).error().code, ProblemCode::not_found);
}

}  // namespace
}  // namespace tenpoint::movements

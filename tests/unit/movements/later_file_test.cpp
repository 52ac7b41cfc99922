// SPDX-License-Identifier: Apache-2.0
// The same record in a later file of its source is a correction, also where it is lower.
#include <gtest/gtest.h>

#include "days.hpp"
#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/figure_table.hpp"
#include "small_segment.hpp"

namespace tenpoint::movements {
namespace {

AcceptedBatch file_of(const std::string& id, std::int64_t march, std::optional<Day> as_of) {
    auto batch = batch_of("Police", {{"2024-02", 50}, {"2024-03", march}}, id);
    batch.as_of = as_of;
    return batch;
}

std::int64_t march_of(const std::vector<AcceptedBatch>& batches) {
    const FigureQuery by_month{.by = {Grouping::period}};
    return figures(*consolidate({batches, {}, {}, {}}), by_month).figures.at(1).count;
}

TEST(LaterFile, stands_for_what_it_says_in_whatever_order_they_came) {
    const auto april = file_of("first", 100, day("2024-04-01"));
    const auto may = file_of("second", 80, day("2024-05-01"));
    EXPECT_EQ(march_of({april, may}), 80);
    EXPECT_EQ(march_of({may, april}), 80);
    EXPECT_EQ(march_of({file_of("first", 100, {}), may}), 80) << "a day is later than none";
    EXPECT_EQ(march_of({file_of("first", 100, {}), file_of("second", 80, {})}), 100)
        << "without a word the higher stands";
}

TEST(LaterFile, is_no_contradiction_and_says_why_the_other_is_set_aside) {
    const auto joint = consolidate(
        {{file_of("first", 100, day("2024-04-01")), file_of("second", 80, day("2024-05-01"))},
         {},
         {},
         {}});
    EXPECT_TRUE(joint->contradictions().empty());
    const FigureQuery query{.by = {Grouping::period}};
    const auto march = figures(*joint, query).figures.at(1);
    const auto explained = explain(*joint, query, march).value();
    ASSERT_EQ(explained.contributions.size(), 2U);
    EXPECT_EQ(explained.contributions[1].reason, "corrected_later");
    const auto without_days =
        consolidate({{file_of("first", 100, {}), file_of("second", 80, {})}, {}, {}, {}});
    EXPECT_EQ(without_days->contradictions().at(0).reason, "two_files_differ");
    EXPECT_NE(joint->fingerprint(), without_days->fingerprint());
}

}  // namespace
}  // namespace tenpoint::movements

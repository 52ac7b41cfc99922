// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/total_check.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {

Result<TotalCheck> check_totals(const StoredSegment& segment, bool lists_events) {
    TENPOINT_TRY(summary, summarize(segment));
    ConsolidationInput input;
    input.batches = {
        {Id{"the file"}, Id{"its source"}, "", "", std::move(summary), std::nullopt, lists_events}};
    const auto alone = consolidate(std::move(input));
    TotalCheck found;
    for (const auto& each : alone->contradictions())
        found.findings.push_back(
            {Severity::warning,
             each.reason,
             0,
             {},
             fmt::format("{} ({}, {}, {})", each.stands, to_text(each.period), each.place,
                         boost::describe::enum_to_string(each.indicator, "")),
             std::to_string(each.other),
             {}});
    for (const auto& blank : alone->blank_totals())
        found.findings.push_back(
            {Severity::information, "blanks_are_totals", 0, blank.dimension, {}, {}, {}});
    for (const auto& figure : figures(*alone, {}).figures)
        found.totals[figure.indicator] += figure.count;
    return found;
}

}  // namespace tenpoint::movements

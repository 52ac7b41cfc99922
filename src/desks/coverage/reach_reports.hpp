// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"
#include "desks/coverage/activity_records.hpp"
#include "desks/coverage/beneficiaries.hpp"

namespace tenpoint::coverage {

struct ReachQuery {
    std::optional<std::string> country{};  // alpha-3
    std::optional<Day> from{};             // months that lie wholly within [from, to]
    std::optional<Day> to{};
};

// What activity reports say of whom they reached. An area is known within its country
// by its code, else by its name, a sector by its theme, else by its name, however these are
// written.
std::vector<ReachReport> reach_reports(const ActivityRecords& reports);

// Those of them that are asked for.
std::vector<ReachReport> asked_reports(const std::vector<ReachReport>& all,
                                       const ReachQuery& query);

// The month of the last reports before the asked days, where none are of these.
std::optional<Period> last_reports_before(const std::vector<ReachReport>& all, ReachQuery query);

// A row of people reached, or several where it leaves something open.
struct ReachRow {
    std::optional<ReachPlace> place{};
    std::optional<std::string> sector{};
    std::optional<Day> from{};  // as in ReachQuery
    std::optional<Day> to{};
};
// The ids of the reports that the row counts, of all that its reader has.
std::unordered_set<Id> reports_behind(const ActivityRecords& all, const ReachRow& row);

}  // namespace tenpoint::coverage

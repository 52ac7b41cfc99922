// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"
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

}  // namespace tenpoint::coverage

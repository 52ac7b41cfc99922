// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
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

// The month of the last reports before the asked days, where none are of these.
std::optional<Period> last_reports_before(const std::vector<ReachReport>& all, ReachQuery query);

// Whether a report says of a month whom it reached.
bool counts(const activities::ActivityReport& report);

// Which reports are behind the figures of a place: those of a country's area by its code or its
// name, else by what reports call that area whose code it is; of the country itself, those that
// name no area.
std::function<bool(const activities::ActivityReport&)> reached_in(const store::Snapshot& snapshot,
                                                                  const std::string& country,
                                                                  const std::string& area);
// And behind those of a sector: by its theme, else by its name.
bool is_of_sector(const activities::ActivityReport& report, const std::string& sector);

}  // namespace tenpoint::coverage

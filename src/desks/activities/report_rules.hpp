// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/activities/activity_report.hpp"
#include "desks/activities/plan_indicators.hpp"
#include "desks/activities/report_field.hpp"
#include "desks/activities/sheet_columns.hpp"

namespace tenpoint::activities {

// A rule that a report breaks: the code of the finding, the field it is said of, what stands there
// and what would be right.
struct BrokenRule {
    std::string_view code;
    ReportField field{};
    std::string text{};
    std::string expected{};
};

// Holds a report against the rules of the regional response plan's 5W, as far as the columns that a
// rule is about count on the sheet (what a yes needs is asked for where a header alone asks):
//   what is present  country, admin 1 and 2, organisation, month, sector, indicator, activity
//   who              an implementing partner if and only if the set-up says so
//   what             an indicator of the sector, where the plan has some and the sheet is its form;
//                    none of another sector under a sector that is not known
//   cash             yes needs a value and a mechanism, no forbids both, the cash sector needs yes
//   for whom         new beneficiaries are among all, and are what population types add up to, and
//                    what sex and age do; direct assistance reaches somebody, capacity building
//                    trains somebody, every other type has an output and no new beneficiaries
// What must be known beside the report (places that lie in each other, partners) is held by whoever
// reads it.
std::vector<BrokenRule> broken_rules(const ActivityReport& report, const SheetColumns& sheet,
                                     const PlanIndicators& plan);

}  // namespace tenpoint::activities

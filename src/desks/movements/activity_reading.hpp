// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "desks/activities/activity_report.hpp"
#include "desks/activities/report_ground.hpp"
#include "desks/movements/reading.hpp"

namespace tenpoint::movements {

// Takes the reports of a sheet, in the order of rows.
using ReportSink = std::function<void(const activities::ActivityReport&)>;

// Reads an activity sheet from its start, as read_table does figures: each row below the header is
// used and makes a report, is rejected for an error, or is skipped for its reason. What
// several rows say alike counts as often, with a finding. `set.place` of the mapping is the
// country of all rows, that of a column's values what a text stands for, and `period` the year of
// months without one; else the title may have it (title_period.hpp).
//
// Fails with `unknown_field_in_mapping` as read_table does, and with `incomplete_mapping` where no
// column says who does something.
Result<ReadingSummary> read_activities(formats::TableReader& table, const Mapping& mapping,
                                       const activities::ReportGround& ground,
                                       const TableNames& names, const ReportSink& report,
                                       const FindingSink& finding = {},
                                       const ReadingProgress& progress = {});

}  // namespace tenpoint::movements

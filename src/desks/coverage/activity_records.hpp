// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "desks/activities/activity_report.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::coverage {

using ActivityRecords = std::vector<record::Record<activities::ActivityReport>>;

// The reader's activity reports, in the order in which they came, without their descriptions and
// what is kept under headers of its own: there may be some hundred thousand, and nothing is made
// of these.
ActivityRecords activity_records(const store::Snapshot& snapshot, store::ListQuery query = {});

}  // namespace tenpoint::coverage

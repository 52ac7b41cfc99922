// SPDX-License-Identifier: Apache-2.0
#include "desks/coverage/activity_records.hpp"

namespace tenpoint::coverage {

using activities::ActivityReport;

ActivityRecords activity_records(const store::Snapshot& snapshot, store::ListQuery query) {
    ActivityRecords records;
    query.limit = 5'000;  // so that not all rows are held beside the records
    do {
        auto page = snapshot.list(record::kind_info<ActivityReport>(), query).value();
        for (const auto& found : page.items) {
            auto report = record::from_row<ActivityReport>(found.row);
            report.description.reset();
            report.others = {};
            records.push_back({found.envelope, std::move(report)});
        }
        query.after = page.next;
    } while (!query.after.empty());
    return records;
}

}  // namespace tenpoint::coverage

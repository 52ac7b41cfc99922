// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "desks/activities/activity_report.hpp"
#include "desks/intake/batch.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

// The reports of a batch of activities: kept in a file of its own from when it was read, as records
// while it is accepted.
namespace tenpoint::activities {

// Cuts the reports of a sheet into chunks of the batch's file.
class ReportChunks {
  public:
    explicit ReportChunks(std::function<void(const std::string&)> take) : take_(std::move(take)) {}

    void add(const ActivityReport& report);
    // Nothing may be added after it. A file has one chunk at least.
    void finish();

  private:
    std::function<void(const std::string&)> take_;
    std::string chunk_;
};

// The reports in a chunk.
std::vector<ActivityReport> reports_in(const std::string& chunk);

// Makes the batch's reports records that its readers see, with the partners that the directory
// knows by then.
Result<void> place_reports(store::Transaction& transaction,
                           const record::Record<intake::Batch>& batch);

// Takes them away, since the batch counts no more.
Result<void> remove_reports(store::Transaction& transaction, const Id& batch);

}  // namespace tenpoint::activities

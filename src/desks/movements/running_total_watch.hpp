// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>

namespace tenpoint::movements {

// Looks out for running totals: series that never fall within a year and start anew in the next.
// Where a file shows itself to be none, it stops looking.
class RunningTotalWatch {
  public:
    // A figure of a series, which a hash names; periods of a series come in the order of time, or
    // all against it.
    void add(std::uint64_t series, std::int32_t period_code, std::int64_t count);

    bool is_looking() const { return looking_; }
    // Whether the figures are running totals, as far as can be told: some series rises for six
    // periods in a row, almost none falls within a year, and none goes on rising in the next.
    bool finds() const;

  private:
    struct Series {
        std::int32_t period_code = 0;
        std::int64_t count = 0;
        int rises = 0;  // in a row, within the year
    };

    std::unordered_map<std::uint64_t, Series> series_;
    bool looking_ = true;
    std::int64_t rises_ = 0, falls_ = 0;
    std::int64_t starts_anew_ = 0, goes_on_ = 0;  // from one year to the next
    int longest_ = 0;
};

}  // namespace tenpoint::movements

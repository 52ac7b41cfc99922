// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/finding.hpp"
#include "desks/movements/reading.hpp"

namespace tenpoint::movements {

// Passes the findings of one reading on, and counts them.
class FindingLog {
  public:
    FindingLog(const FindingSink& sink, ReadingSummary& summary) : sink_(sink), summary_(summary) {}

    void add(const Finding& finding);

    // The text found is cut to 200 bytes.
    void add(Severity severity, std::string_view code, std::int64_t row, std::string_view column,
             std::string_view text, std::string_view expected = {},
             std::string_view suggestion = {});

  private:
    const FindingSink& sink_;
    ReadingSummary& summary_;
};

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "desks/movements/reading.hpp"

namespace tenpoint::movements {

// Writes the figures that were read into the segment and counts them in the summary: how many they
// are, their totals and periods, and whether there may be totals among them.
class FigureWriter {
  public:
    FigureWriter(SegmentWriter& segment, ReadingSummary& summary)
        : segment_(segment), summary_(summary) {}

    void write(const Observation& figure, std::span<const Code> extras);
    // Takes over what is known only at the end: totals and periods.
    void finish();

  private:
    SegmentWriter& segment_;
    ReadingSummary& summary_;
    std::uint32_t shape_ = 0;  // of the last figure
    std::array<std::int64_t, 32> totals_{};
    std::array<bool, 32> seen_{};
    std::int32_t least_period_ = 0, greatest_period_ = 0;
    Day last_day_{};
};

}  // namespace tenpoint::movements

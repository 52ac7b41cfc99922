// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "formats/chart.hpp"

namespace tenpoint::formats {

// An axis of values with ticks at round numbers: Heckbert, "Nice numbers for graph labels",
// Graphics Gems (1990). It always shows zero, so that lengths compare as the values do.
struct ValueAxis {
    double bottom = 0;
    double top = 1;
    double step = 1;

    std::vector<double> ticks() const;
    // 0 at the bottom, 1 at the top.
    double position(double value) const { return (value - bottom) / (top - bottom); }
};
ValueAxis value_axis(double lowest, double highest, int ticks = 5);

// Calendar time over a stretch of paper. Positions run from 0 at the first period's first day to 1
// behind the last period's last day.
class TimeAxis {
  public:
    explicit TimeAxis(std::span<const Period> periods);

    double start(const Period& period) const { return position(period.first_day()); }
    double middle(const Period& period) const { return (start(period) + end(period)) / 2; }
    double end(const Period& period) const {
        return position(period.last_day() + std::chrono::days{1});
    }

    // Labels in at most two tiers: days, weeks, months or quarters in the first as far as they fit,
    // years below; for long stretches the years alone. None touches another of its tier.
    struct Label {
        double position;
        std::string text;
        int tier;
    };
    std::vector<Label> labels(const ChartFrame& frame, double length) const;
    // Where years begin, inside the axis.
    std::vector<double> year_starts() const;

  private:
    double position(Day day) const;
    std::vector<Period> covering(PeriodUnit unit) const;
    std::vector<Label> unit_labels(const ChartFrame& frame, double length) const;

    Day first_{};
    Day behind_{};
    PeriodUnit unit_ = PeriodUnit::year;
};

// A tick of the value axis in few characters: whole up to 9,999, then compact.
std::string tick_text(Language language, double value, const ValueAxis& axis, bool as_share);

}  // namespace tenpoint::formats

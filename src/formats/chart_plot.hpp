// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "formats/chart_axis.hpp"

namespace tenpoint::formats {

// The ground of a chart over time: grid lines with their values to the left, periods below.
struct Plot {
    ValueAxis values;
    TimeAxis time;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;

    double width() const { return right - left; }
    double x(double position) const { return left + position * width(); }
    double y(double value) const { return bottom - values.position(value) * (bottom - top); }
};

// Makes room in `scene` below `top` for a plot with these values, draws its grid and labels, and
// sets the scene's height.
Plot add_plot(Scene& scene, const ValueAxis& values, const TimeAxis& time, double top,
              bool as_shares, const ChartFrame& frame);

}  // namespace tenpoint::formats

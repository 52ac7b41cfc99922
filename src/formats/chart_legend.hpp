// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "formats/chart.hpp"

namespace tenpoint::formats {

// How the nth series of a line chart is dashed, so that lines differ without colour.
Dash series_dash(std::size_t index);

enum class LegendMark { line, block };

// The names of the series in rows, as wide as the frame; no rows for a single series, whose name
// the title tells.
Scene lay_out_legend(std::span<const Series> series, LegendMark mark, const ChartFrame& frame);

}  // namespace tenpoint::formats

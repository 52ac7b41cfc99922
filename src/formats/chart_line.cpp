// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "formats/chart.hpp"
#include "formats/chart_legend.hpp"
#include "formats/chart_plot.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

struct KnownPoint {
    std::size_t index;  // of its period
    double value;
    Point at;
};
using Run = std::vector<KnownPoint>;

// The stretches of a series without a gap, neither in its values nor in the calendar.
std::vector<Run> runs_of(const LineChart& chart, const Series& series, const Plot& plot) {
    std::vector<Run> runs;
    bool joined = false;
    for (std::size_t i = 0; i < chart.periods.size(); ++i) {
        const auto& period = chart.periods[i];
        const auto value = series.values[i];
        if (i > 0 && chart.periods[i - 1].last_day() + std::chrono::days{1} != period.first_day())
            joined = false;
        if (!value) {
            joined = false;
            continue;
        }
        if (!joined) runs.emplace_back();
        runs.back().push_back({i, *value, {plot.x(plot.time.middle(period)), plot.y(*value)}});
        joined = true;
    }
    return runs;
}

void add_runs(Scene& scene, const std::vector<Run>& runs, std::size_t series) {
    const auto paint = series_paint(series);
    for (const auto& run : runs) {
        if (run.size() == 1) {  // a known figure between gaps would have no line to show it
            scene.add(Circle{run.front().at, 2.4, paint});
            continue;
        }
        Polyline line{{}, {paint, 2.2, series_dash(series)}};
        for (const auto& point : run)
            line.points.push_back(point.at);
        scene.add(std::move(line));
    }
}

void add_areas(Scene& scene, const std::vector<Run>& runs, const Plot& plot) {
    for (const auto& run : runs) {
        if (run.size() < 2) continue;
        std::vector<Point> ring{{run.front().at.x, plot.y(0)}};
        for (const auto& point : run)
            ring.push_back(point.at);
        ring.push_back({run.back().at.x, plot.y(0)});
        scene.add(Polygon{{std::move(ring)}, Paint::shade_1, {}, 0.6});
    }
}

// The peak and the latest figure of a lone series, in numbers.
void add_values(Scene& scene, const std::vector<Run>& runs, const Plot& plot,
                const ChartFrame& frame) {
    if (runs.empty()) return;
    const double em = frame.text_size;
    const auto* peak = &runs.front().front();
    for (const auto& run : runs)
        for (const auto& point : run)
            if (point.value > peak->value) peak = &point;
    double occupied_from = plot.right + em;
    const auto add = [&](const KnownPoint& point) {
        auto text = format_figure(frame.language, point.value);
        const double width = frame.text_width(text, true);
        const double left = std::clamp(point.at.x - width / 2, plot.left + 2, plot.right - width);
        if (left + width > occupied_from) return;
        occupied_from = left - em;
        scene.add(Circle{point.at, 3, Paint::series_1, {Paint::surface, 1.2}});
        scene.add(Label{{left, std::max(point.at.y - 0.7 * em, plot.top + 0.3 * em)},
                        std::move(text),
                        em,
                        Paint::ink,
                        Anchor::left,
                        true,
                        true});
    };
    add(runs.back().back());
    if (peak != &runs.back().back()) add(*peak);
}

}  // namespace

Scene lay_out(const LineChart& chart, const ChartFrame& frame) {
    double lowest = 0;
    double highest = 0;
    for (const auto& series : chart.series)
        for (const auto& value : series.values) {
            lowest = std::min(lowest, value.value_or(0));
            highest = std::max(highest, value.value_or(0));
        }
    auto scene = lay_out_legend(chart.series, LegendMark::line, frame);
    const auto plot = add_plot(scene, value_axis(lowest, highest), TimeAxis(chart.periods),
                               scene.height, false, frame);
    const bool alone = chart.series.size() == 1;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto runs = runs_of(chart, chart.series[i], plot);
        if (alone) add_areas(scene, runs, plot);
        add_runs(scene, runs, i);
        if (alone) add_values(scene, runs, plot, frame);
    }
    return is_right_to_left(frame.language) ? mirrored(std::move(scene)) : scene;
}

}  // namespace tenpoint::formats

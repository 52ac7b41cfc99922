// SPDX-License-Identifier: Apache-2.0
#include "formats/chart_plot.hpp"

#include <algorithm>

namespace tenpoint::formats {
namespace {

// A tick at the axis and, in a second tier, a rule between the years; never through the first tier,
// whose labels may reach across.
void add_year_start(Scene& scene, double x, double bottom, int tiers, double em) {
    scene.add(Polyline{{{x, bottom}, {x, bottom + 0.4 * em}}, {Paint::axis, 0.7}});
    if (tiers > 1)
        scene.add(Polyline{{{x, bottom + 1.8 * em}, {x, bottom + 2.9 * em}}, {Paint::axis, 0.7}});
}

void add_time_labels(Scene& scene, const Plot& plot, const ChartFrame& frame) {
    const double em = frame.text_size;
    int tiers = 1;
    for (const auto& label : plot.time.labels(frame, plot.width())) {
        const double baseline = plot.bottom + 1.4 * em + label.tier * 1.35 * em;
        scene.add(Label{{plot.x(label.position), baseline},
                        label.text,
                        em,
                        label.tier == 0 ? Paint::quiet : Paint::ink,
                        Anchor::middle});
        tiers = std::max(tiers, label.tier + 1);
    }
    scene.height = plot.bottom + (0.7 + 1.35 * tiers) * em;
    for (const double start : plot.time.year_starts())
        add_year_start(scene, plot.x(start), plot.bottom, tiers, em);
}

}  // namespace

Plot add_plot(Scene& scene, const ValueAxis& values, const TimeAxis& time, double top,
              bool as_shares, const ChartFrame& frame) {
    const double em = frame.text_size;
    double widest = 0;
    for (const double tick : values.ticks())
        widest =
            std::max(widest, frame.text_width(tick_text(frame.language, tick, values, as_shares)));
    const double height = std::clamp(frame.width * 0.26, 15 * em, 22 * em);
    const Plot plot{.values = values,
                    .time = time,
                    .left = widest + 0.7 * em,
                    .right = frame.width,
                    .top = top + 0.6 * em,
                    .bottom = top + 0.6 * em + height};
    for (const double tick : values.ticks()) {
        const double y = plot.y(tick);
        scene.add(Polyline{{{plot.left, y}, {plot.right, y}},
                           {tick == 0 ? Paint::axis : Paint::grid, tick == 0 ? 1.0 : 0.7}});
        scene.add(Label{{widest, y + 0.36 * em},
                        tick_text(frame.language, tick, values, as_shares),
                        em,
                        Paint::quiet,
                        Anchor::right});
    }
    add_time_labels(scene, plot, frame);
    return plot;
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/chart_legend.hpp"

#include <algorithm>
#include <array>

namespace tenpoint::formats {

Dash series_dash(std::size_t index) {
    static constexpr std::array dashes{Dash::solid, Dash::dashed, Dash::dotted, Dash::dash_dotted};
    return dashes[index % dashes.size()];
}

Scene lay_out_legend(std::span<const Series> series, LegendMark mark, const ChartFrame& frame) {
    Scene scene{.width = frame.width};
    if (series.size() < 2) return scene;
    const double em = frame.text_size;
    const double sample = mark == LegendMark::line ? 2.2 * em : 0.9 * em;
    const double row = 1.7 * em;
    Point pen{0, em};
    for (std::size_t i = 0; i < series.size(); ++i) {
        // A name that is too wide stands alone, over several lines.
        const auto lines =
            wrapped(frame.measure, series[i].name, frame.width - sample - 0.5 * em, em, false, 3);
        double width = sample + 0.5 * em;
        for (const auto& line : lines)
            width = std::max(width, sample + 0.5 * em + frame.text_width(line));
        const bool alone = lines.size() > 1;
        if (pen.x > 0 && (alone || pen.x + width > frame.width)) pen = {0, pen.y + row};
        const double middle = pen.y - 0.36 * em;
        if (mark == LegendMark::line)
            scene.add(Polyline{{{pen.x, middle}, {pen.x + sample, middle}},
                               {series_paint(i), 2.2, series_dash(i)}});
        else
            scene.add(Rectangle{{pen.x, middle - sample / 2}, sample, sample, series_paint(i), 1});
        for (std::size_t line = 0; line < lines.size(); ++line) {
            if (line > 0) pen.y += 1.3 * em;
            scene.add(Label{{pen.x + sample + 0.5 * em, pen.y}, lines[line], em});
        }
        pen.x = alone ? frame.width : pen.x + width + 1.6 * em;
    }
    scene.height = pen.y + 0.9 * em;
    return scene;
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/translations.hpp"
#include "formats/chart.hpp"
#include "formats/chart_legend.hpp"
#include "formats/chart_plot.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

// Where a part is unknown so is the whole: its shares are not drawn, and "…" marks a stack that
// shows less than there was.
bool is_whole_known(const StackedBars& chart, std::size_t category) {
    return std::ranges::all_of(
        chart.parts, [&](const Series& part) { return part.values[category].has_value(); });
}

double whole_of(const StackedBars& chart, std::size_t category) {
    double whole = 0;
    for (const auto& part : chart.parts)
        whole += std::max(part.values[category].value_or(0), 0.0);
    return whole;
}

double greatest_whole(const StackedBars& chart) {
    double greatest = 0;
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        greatest = std::max(greatest, whole_of(chart, i));
    return greatest;
}

// Calls `draw(part, from, to)` for each known part above zero, in the unit of the axis.
template <class Draw>
void for_each_part(const StackedBars& chart, std::size_t category, Draw draw) {
    if (chart.as_shares && !is_whole_known(chart, category)) return;
    const double whole = whole_of(chart, category);
    const double scale = chart.as_shares && whole > 0 ? 1 / whole : 1;
    double from = 0;
    for (std::size_t part = 0; part < chart.parts.size(); ++part) {
        const double value = chart.parts[part].values[category].value_or(0) * scale;
        if (value <= 0) continue;
        draw(part, from, from + value);
        from += value;
    }
}

bool is_over_time(const StackedBars& chart) {
    return std::ranges::all_of(chart.categories, [](const Category& category) {
        return std::holds_alternative<Period>(category);
    });
}

Scene lay_out_columns(const StackedBars& chart, const ChartFrame& frame) {
    std::vector<Period> periods;
    periods.reserve(chart.categories.size());
    for (const auto& category : chart.categories)
        periods.push_back(std::get<Period>(category));
    auto scene = lay_out_legend(chart.parts, LegendMark::block, frame);
    const auto values =
        chart.as_shares ? ValueAxis{0, 1, 0.25} : value_axis(0, greatest_whole(chart));
    const auto plot =
        add_plot(scene, values, TimeAxis(periods), scene.height, chart.as_shares, frame);
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const double slot = plot.x(plot.time.end(periods[i])) - plot.x(plot.time.start(periods[i]));
        const double width = std::min(slot * 0.78, 5 * frame.text_size);
        const double left = plot.x(plot.time.middle(periods[i])) - width / 2;
        for_each_part(chart, i, [&](std::size_t part, double from, double to) {
            const double height = plot.y(from) - plot.y(to);
            const double seam = std::min(0.7, height / 3);  // told apart also in grey
            scene.add(Rectangle{{left, plot.y(to)}, width, height - seam, series_paint(part)});
        });
        if (const double whole = whole_of(chart, i);
            !chart.as_shares && whole > 0 && !is_whole_known(chart, i))
            scene.add(Label{{left + width / 2, plot.y(whole) - 3},
                            "…",
                            frame.text_size,
                            Paint::quiet,
                            Anchor::middle});
    }
    return scene;
}

std::string category_text(const Category& category, Language language) {
    if (const auto* period = std::get_if<Period>(&category))
        return format_period(language, *period, PeriodWidth::brief);
    return std::get<std::string>(category);
}

// One bar with its figures below, each under the start of its part where it has room.
void add_bar(Scene& scene, const StackedBars& chart, std::size_t category, double left,
             double scale, const ChartFrame& frame) {
    const double em = frame.text_size;
    const double top = scene.height;
    const auto style = chart.as_shares ? FigureStyle::percent : FigureStyle::whole;
    double end = left;
    for_each_part(chart, category, [&](std::size_t part, double from, double to) {
        const double x = left + from * scale;
        const double width = (to - from) * scale;
        scene.add(Rectangle{{x, top}, std::max(width - 0.8, 0.4), 1.6 * em, series_paint(part)});
        auto text = format_figure(frame.language, to - from, style);
        if (frame.text_width(text) + 0.4 * em < width)
            scene.add(Label{{x, top + 2.7 * em}, std::move(text), em, Paint::quiet});
        end = x + width;
    });
    if (end == left)
        scene.add(Label{{left, top + 1.15 * em},
                        translate(frame.language, "document.no_figure"),
                        em,
                        Paint::quiet});
    else if (!is_whole_known(chart, category))
        scene.add(Label{{end + 0.3 * em, top + 1.15 * em}, "…", em, Paint::quiet});
    scene.height += 3.6 * em;
}

Scene lay_out_rows(const StackedBars& chart, const ChartFrame& frame) {
    const double em = frame.text_size;
    auto scene = lay_out_legend(chart.parts, LegendMark::block, frame);
    double widest = 0;
    for (const auto& category : chart.categories)
        widest = std::max(widest, frame.text_width(category_text(category, frame.language)));
    const double left = frame.is_narrow() ? 0 : std::min(widest, frame.width * 0.36) + em;
    const double room = frame.width - left - (chart.as_shares ? 0 : 1.5 * em);
    const double greatest = chart.as_shares ? 1 : greatest_whole(chart);
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const auto text = category_text(chart.categories[i], frame.language);
        if (frame.is_narrow()) {
            scene.add(
                Label{{0, scene.height + em}, fitted(frame.measure, text, frame.width, em), em});
            scene.height += 1.5 * em;
        } else {
            scene.add(Label{{left - em, scene.height + 1.15 * em},
                            fitted(frame.measure, text, left - em, em),
                            em,
                            Paint::ink,
                            Anchor::right});
        }
        add_bar(scene, chart, i, left, greatest > 0 ? room / greatest : 0, frame);
    }
    return scene;
}

}  // namespace

Scene lay_out(const StackedBars& chart, const ChartFrame& frame) {
    auto scene = is_over_time(chart) ? lay_out_columns(chart, frame) : lay_out_rows(chart, frame);
    return is_right_to_left(frame.language) ? mirrored(std::move(scene)) : scene;
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "formats/chart.hpp"
#include "formats/chart_axis.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

double greatest_of(const CorridorProfile& profile) {
    double greatest = 0;
    for (const auto& stop : profile.stops)
        for (const auto& value : stop.series)
            greatest = std::max(greatest, value.value_or(0));
    return greatest;
}

// Columns of a stop's series, all stops on one scale so that they compare.
class SmallSeries {
  public:
    SmallSeries(const CorridorProfile& profile, const ChartFrame& frame)
        : profile_(profile), frame_(frame), greatest_(greatest_of(profile)) {}

    bool empty() const { return greatest_ <= 0; }

    void add(Scene& scene, const Stop& stop, Point corner, double width, double height) const {
        const double foot = corner.y + height;
        scene.add(Polyline{{{corner.x, foot}, {corner.x + width, foot}}, {Paint::axis, 0.7}});
        const TimeAxis time(profile_.periods);
        for (std::size_t i = 0; i < stop.series.size(); ++i) {
            const double value = stop.series[i].value_or(0);
            if (value <= 0) continue;
            const double from = corner.x + width * time.start(profile_.periods[i]);
            const double to = corner.x + width * time.end(profile_.periods[i]);
            const double tall = std::max(height * value / greatest_, 0.5);
            scene.add(Rectangle{{from, foot - tall},
                                std::max(to - from - std::min(1.0, (to - from) * 0.2), 0.4),
                                tall,
                                Paint::series_1});
        }
    }

    // The first and the last period, below a small series.
    void add_ends(Scene& scene, Point corner, double width) const {
        if (profile_.periods.empty()) return;
        const double size = 0.85 * frame_.text_size;
        const auto first =
            format_period(frame_.language, profile_.periods.front(), PeriodWidth::brief);
        const auto last =
            format_period(frame_.language, profile_.periods.back(), PeriodWidth::brief);
        const double first_width = frame_.measure.width(first, size);
        scene.add(Label{corner, first, size, Paint::quiet});
        if (first_width + frame_.measure.width(last, size) + size < width)
            scene.add(Label{{corner.x + width, corner.y}, last, size, Paint::quiet, Anchor::right});
    }

  private:
    const CorridorProfile& profile_;
    const ChartFrame& frame_;
    double greatest_;
};

// A small triangle and the change in numbers, from the left; neutral in colour.
double add_change(Scene& scene, double change, Point at, const ChartFrame& frame) {
    const double em = frame.text_size;
    double x = at.x;
    if (change != 0) {
        const double tip = change > 0 ? at.y - 0.75 * em : at.y;
        const double foot = change > 0 ? at.y : at.y - 0.75 * em;
        scene.add(Polygon{{{{x, foot}, {x + 0.8 * em, foot}, {x + 0.4 * em, tip}}}, Paint::quiet});
        x += 1.1 * em;
    }
    auto text = format_change(frame.language, change);
    const double width = frame.text_width(text);
    scene.add(Label{{x, at.y}, std::move(text), em, Paint::quiet});
    return x + width - at.x;
}

// A band that points to the next stop.
void add_arrow(Scene& scene, double left, double width, double height, bool first) {
    const double tip = std::min(height * 0.32, 0.1 * width);
    std::vector<Point> ring{{left, 0},
                            {left + width - tip, 0},
                            {left + width, height / 2},
                            {left + width - tip, height},
                            {left, height}};
    if (!first) ring.push_back({left + tip, height / 2});
    scene.add(Polygon{{std::move(ring)}, Paint::shade_1});
}

Scene lay_out_side_by_side(const CorridorProfile& profile, const ChartFrame& frame) {
    const double em = frame.text_size;
    const double gap = 0.5 * em;
    const double column = frame.width / static_cast<double>(profile.stops.size());
    const double inside = column - 2.2 * em;
    std::vector<std::vector<std::string>> names;
    std::size_t name_lines = 1;
    for (const auto& stop : profile.stops) {
        names.push_back(wrapped(frame.measure, stop.place, inside, em, true, 4));
        name_lines = std::max(name_lines, names.back().size());
    }
    const double band = (1.3 + 1.3 * static_cast<double>(name_lines)) * em;
    const double value_size = 1.7 * em;
    Scene scene{.width = frame.width};
    std::size_t measure_lines = 0;
    for (std::size_t i = 0; i < profile.stops.size(); ++i) {
        const auto& stop = profile.stops[i];
        const double left = column * static_cast<double>(i);
        const double text = left + 1.2 * em;
        add_arrow(scene, left, column - gap + (i + 1 < profile.stops.size() ? 0.4 * em : gap), band,
                  i == 0);
        const double above = band / 2 - 0.65 * em * static_cast<double>(names[i].size());
        for (std::size_t line = 0; line < names[i].size(); ++line)
            scene.add(Label{{text, above + (1.01 + 1.3 * static_cast<double>(line)) * em},
                            names[i][line],
                            em,
                            Paint::ink,
                            Anchor::left,
                            true});
        scene.add(Label{{text, band + 2.3 * em},
                        fitted(frame.measure, format_figure(frame.language, stop.value),
                               inside + em, value_size, true),
                        value_size,
                        Paint::ink,
                        Anchor::left,
                        true});
        if (stop.change) add_change(scene, *stop.change, {text, band + 4 * em}, frame);
        const auto lines = wrapped(frame.measure, stop.measure, inside + em, em, false, 4);
        for (std::size_t line = 0; line < lines.size(); ++line)
            scene.add(Label{{text, band + (5.5 + 1.3 * static_cast<double>(line)) * em},
                            lines[line],
                            em,
                            Paint::quiet});
        measure_lines = std::max(measure_lines, lines.size());
    }
    scene.height = band + (5 + 1.3 * static_cast<double>(measure_lines)) * em;
    const SmallSeries small(profile, frame);
    if (small.empty()) return scene;
    const double height = 5 * em;
    for (std::size_t i = 0; i < profile.stops.size(); ++i) {
        if (profile.stops[i].series.empty()) continue;
        const Point corner{column * static_cast<double>(i) + 1.2 * em, scene.height};
        small.add(scene, profile.stops[i], corner, inside, height);
        small.add_ends(scene, {corner.x, corner.y + height + 1.2 * em}, inside);
    }
    scene.height += height + 1.8 * em;
    return scene;
}

// From top to bottom, the stops as beads on a line.
Scene lay_out_downwards(const CorridorProfile& profile, const ChartFrame& frame) {
    const double em = frame.text_size;
    const double left = 2 * em;
    const double right = frame.width;
    const SmallSeries small(profile, frame);
    Scene scene{.width = frame.width};
    std::vector<double> beads;
    for (const auto& stop : profile.stops) {
        const double baseline = scene.height + 1.3 * em;
        beads.push_back(baseline - 0.4 * em);
        const auto value = format_figure(frame.language, stop.value);
        const double value_width = frame.measure.width(value, 1.25 * em, true);
        const double change_width =
            stop.change ? frame.text_width(format_change(frame.language, *stop.change)) +
                              (*stop.change == 0 ? 0 : 1.1 * em)
                        : 0;
        const double beside = std::max(value_width, change_width) + em;
        double y = baseline - 1.4 * em;
        for (auto& line :
             wrapped(frame.measure, stop.place, right - left - beside, 1.1 * em, true, 4))
            scene.add(Label{
                {left, y += 1.4 * em}, std::move(line), 1.1 * em, Paint::ink, Anchor::left, true});
        scene.add(Label{{right, baseline}, value, 1.25 * em, Paint::ink, Anchor::right, true});
        if (stop.change)
            add_change(scene, *stop.change, {right - change_width, baseline + 1.5 * em}, frame);
        const auto lines =
            wrapped(frame.measure, stop.measure, right - left - change_width - em, em, false, 3);
        y += 0.2 * em;
        for (const auto& line : lines)
            scene.add(Label{{left, y += 1.3 * em}, line, em, Paint::quiet});
        y = std::max(y, stop.change ? baseline + 1.5 * em : y) + 0.7 * em;
        if (!small.empty() && !stop.series.empty()) {
            small.add(scene, stop, {left, y}, right - left, 3 * em);
            y += 3 * em;
        }
        scene.height = y + em;
    }
    if (!small.empty()) {
        small.add_ends(scene, {left, scene.height + 0.2 * em}, right - left);
        scene.height += 0.8 * em;
    }
    if (beads.size() > 1)
        scene.add(
            Polyline{{{0.5 * em, beads.front()}, {0.5 * em, beads.back()}}, {Paint::series_1, 2}});
    for (const double bead : beads)
        scene.add(Circle{{0.5 * em, bead}, 0.45 * em, Paint::surface, {Paint::series_1, 2}});
    return scene;
}

}  // namespace

Scene lay_out(const CorridorProfile& profile, const ChartFrame& frame) {
    if (profile.stops.empty()) return {.width = frame.width};
    const double least_column = 10.5 * frame.text_size;
    const bool side_by_side =
        frame.width / static_cast<double>(profile.stops.size()) >= least_column;
    auto scene =
        side_by_side ? lay_out_side_by_side(profile, frame) : lay_out_downwards(profile, frame);
    return is_right_to_left(frame.language) ? mirrored(std::move(scene)) : scene;
}

}  // namespace tenpoint::formats

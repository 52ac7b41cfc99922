// SPDX-License-Identifier: Apache-2.0
// The trend, the corridor's profile and the map.

#include <algorithm>

#include "desks/movements/sheet_composition_parts.hpp"
#include "desks/movements/sheet_content_stretch.hpp"
#include "formats/countries.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t most_lines = 8;  // that can be told apart in one chart

std::vector<const SheetMeasure*> all_measures(const SheetContent& content) {
    std::vector<const SheetMeasure*> all;
    for (const auto& measure : content.measures)
        all.push_back(&measure);
    return all;
}

const SheetMeasure* measure_at(const SheetContent& content, const std::string& place) {
    const auto found = std::ranges::find(content.measures, place, &SheetMeasure::place);
    return found == content.measures.end() ? nullptr : &*found;
}

std::optional<formats::Coordinate> coordinate_of(const SheetPlace& place) {
    if (!place.latitude || !place.longitude) return std::nullopt;
    return formats::Coordinate{static_cast<double>(place.longitude->microdegrees) / 1e6,
                               static_cast<double>(place.latitude->microdegrees) / 1e6};
}

formats::Stop stop_at(const SheetWords& words, const std::string& place,
                      const std::vector<Period>& axis) {
    formats::Stop stop{words.place(place), words.text("profile.no_figures")};
    if (const auto* measure = measure_at(words.content(), place)) {
        stop.measure =
            words.text("profile.measure", {{"indicator", words.indicator(measure->indicator)},
                                           {"sources", words.list(measure->sources)}});
        stop.value = as_value(measure->now.count);
        stop.change = change_of(*measure);
        stop.series = along(axis, *measure);
    }
    return stop;
}

}  // namespace

std::vector<Period> axis_over(const Stretch& days, const std::vector<const SheetMeasure*>& of) {
    auto unit = PeriodUnit::year;
    for (const auto* measure : of)
        for (const auto& each : measure->periods)
            if (each.period.length_in_days() < Period::containing(days.from, unit).length_in_days())
                unit = each.period.unit();
    std::vector<Period> axis;
    for (auto period = Period::containing(days.from, unit); period.first_day() <= days.to;
         period = period.next())
        axis.push_back(period);
    return axis;
}

std::vector<std::optional<double>> along(const std::vector<Period>& axis,
                                         const SheetMeasure& measure) {
    std::vector<std::optional<double>> values;
    for (const auto& period : axis) {
        const auto found = std::ranges::find(measure.periods, period, &SheetPeriodCount::period);
        const auto is_gap = [&](const Stretch& gap) { return overlap(gap, stretch_of(period)); };
        if (found != measure.periods.end())
            values.emplace_back(static_cast<double>(found->count));
        else if (measure.of_events && std::ranges::none_of(measure.now.gaps, is_gap) &&
                 std::ranges::none_of(measure.before.gaps, is_gap))
            values.emplace_back(0.0);
        else
            values.emplace_back(std::nullopt);
    }
    return values;
}

void add_lines(const formats::Caption& caption, const SheetWords& words,
               const std::vector<const SheetMeasure*>& measures, Blocks& blocks) {
    const auto& content = words.content();
    auto axis = axis_over({content.days_before.from, content.days.to}, measures);
    const auto has_figure = [&](const Period& period) {
        return std::ranges::any_of(measures, [&](const auto* measure) {
            return along({period}, *measure).front().has_value();
        });
    };
    axis.erase(axis.begin(), std::ranges::find_if(axis, has_figure));
    if (axis.size() < 2) return;
    for (std::size_t first = 0; first < measures.size(); first += most_lines) {
        formats::LineChart chart{caption, axis, {}};
        for (auto i = first; i < std::min(first + most_lines, measures.size()); ++i)
            chart.series.push_back({words.measure(*measures[i]), along(axis, *measures[i])});
        blocks.emplace_back(std::move(chart));
    }
}

void add_trend(const SheetWords& words, Blocks& blocks) {
    const auto measures = all_measures(words.content());
    if (measures.empty()) return;
    formats::Caption caption{words.text("trend.title"), words.text("trend.unit")};
    if (words.content().is_corridor) caption.note = words.text("never_added");
    add_lines(caption, words, measures, blocks);
}

void add_corridor_profile(const SheetWords& words, Blocks& blocks) {
    const auto& content = words.content();
    if (!content.is_corridor) return;
    formats::CorridorProfile profile;
    profile.caption = {words.text("profile.title"), {}, words.text("never_added")};
    profile.place_header = words.text("columns.place");
    profile.measure_header = words.text("columns.what_is_counted");
    profile.value_header = words.stretch(content.days);
    profile.change_header = words.change_header();
    profile.periods = axis_over(content.days, all_measures(content));
    for (const auto& place : content.route)
        profile.stops.push_back(stop_at(words, place, profile.periods));
    blocks.emplace_back(std::move(profile));
}

void add_map(const SheetWords& words, Blocks& blocks) {
    const auto& content = words.content();
    const auto* lead = lead_measure(content);
    if (!lead) return;
    formats::Map map;
    map.caption.title = words.text("map.title");
    map.place_header = words.text("columns.place");
    for (const auto& [origin, count] : origins_of(*lead)) {
        const auto* country = formats::country(origin);
        if (country && !country->is_group())
            map.areas.push_back({origin, words.origin(origin), static_cast<double>(count)});
    }
    if (!map.areas.empty())
        map.area_header = words.text("map.areas", {{"measure", words.measure(*lead)}});
    std::vector<formats::Coordinate> line;
    const auto places = content.is_corridor ? content.route : std::vector<std::string>{lead->place};
    for (const auto& code : places) {
        const auto at = coordinate_of(place_of(content, code));
        if (!at) continue;
        line.push_back(*at);
        const auto* measure = measure_at(content, code);
        map.points.push_back(
            {*at, words.place(code), measure ? as_value(measure->now.count) : std::nullopt});
    }
    if (map.points.empty() && map.areas.empty()) return;
    if (!map.points.empty())
        map.point_header =
            content.is_corridor ? words.text("map.points") : words.indicator(lead->indicator);
    if (line.size() > 1) map.routes.push_back(std::move(line));
    if (content.is_corridor) map.caption.note = words.text("never_added");
    blocks.emplace_back(std::move(map));
}

}  // namespace tenpoint::movements

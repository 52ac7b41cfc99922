// SPDX-License-Identifier: Apache-2.0
#include "formats/document_tables.hpp"

#include <algorithm>
#include <cmath>

#include "base/translations.hpp"
#include "formats/document_locale.hpp"

namespace tenpoint::formats {
namespace {

TableCell cell_of(const std::optional<double>& value) {
    return value ? TableCell{*value} : TableCell{};
}

TableCell cell_of(const Category& category) {
    return std::visit([](const auto& held) { return TableCell{held}; }, category);
}

// A row for each place on the axis, a column for each series.
void add_series(Table& table, const std::vector<Series>& series) {
    for (const auto& each : series) {
        table.columns.push_back({each.name, ColumnType::number});
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            table.rows[i].cells.push_back(cell_of(each.values[i]));
    }
}

FigureStyle style_of(double number) {
    return number == std::floor(number) ? FigureStyle::whole : FigureStyle::decimal;
}

struct ToText {
    ColumnType type;
    Language language;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(double number) const {
        return format_figure(language, number,
                             type == ColumnType::percent ? FigureStyle::percent : style_of(number));
    }
    std::string operator()(const Period& period) const {
        return format_period(language, period, PeriodWidth::brief);
    }
};

}  // namespace

Table table_of(const LineChart& chart, Language language) {
    Table table{chart.caption, {{translate(language, "document.period"), ColumnType::period}}, {}};
    for (const auto& period : chart.periods)
        table.rows.push_back({{period}});
    add_series(table, chart.series);
    return table;
}

Table table_of(const BarChart& chart, Language) {
    const bool shares =
        std::ranges::any_of(chart.bars, [](const Bar& bar) { return bar.share.has_value(); });
    Table table{
        chart.caption, {{chart.label_header}, {chart.value_header, ColumnType::number}}, {}};
    if (shares) table.columns.push_back({chart.share_header, ColumnType::percent});
    for (const auto& bar : chart.bars) {
        auto& cells = table.rows.emplace_back().cells;
        cells = {bar.label, cell_of(bar.value)};
        if (shares) cells.push_back(cell_of(bar.share));
    }
    return table;
}

Table table_of(const StackedBars& chart, Language language) {
    const bool periods = std::ranges::all_of(chart.categories, [](const Category& category) {
        return std::holds_alternative<Period>(category);
    });
    Table table{chart.caption,
                {{chart.category_header, periods ? ColumnType::period : ColumnType::text}},
                {}};
    for (const auto& category : chart.categories) {
        auto cell = cell_of(category);
        if (!periods) cell = cell_text(cell, ColumnType::text, language);
        table.rows.push_back({{std::move(cell)}});
    }
    add_series(table, chart.parts);
    return table;
}

Table table_of(const CorridorProfile& profile, Language language) {
    Table table{profile.caption,
                {{profile.place_header},
                 {profile.measure_header},
                 {profile.value_header, ColumnType::number}},
                {}};
    const bool changes = std::ranges::any_of(
        profile.stops, [](const Stop& stop) { return stop.change.has_value(); });
    if (changes) table.columns.push_back({profile.change_header, ColumnType::percent});
    for (const auto& period : profile.periods)
        table.columns.push_back(
            {format_period(language, period, PeriodWidth::brief), ColumnType::number});
    for (const auto& stop : profile.stops) {
        auto& cells = table.rows.emplace_back().cells;
        cells = {stop.place, stop.measure, cell_of(stop.value)};
        if (changes) cells.push_back(cell_of(stop.change));
        for (std::size_t i = 0; i < profile.periods.size(); ++i)
            cells.push_back(i < stop.series.size() ? cell_of(stop.series[i]) : TableCell{});
    }
    return table;
}

Table table_of(const Map& map, Language language) {
    Table table{map.caption, {{map.place_header}}, {}};
    const bool areas = !map.areas.empty();
    if (areas) {
        table.columns.push_back({translate(language, "document.country_code")});
        table.columns.push_back({map.area_header, ColumnType::number});
    }
    if (!map.points.empty()) {
        table.columns.push_back({map.point_header, ColumnType::number});
        table.columns.push_back({translate(language, "document.latitude"), ColumnType::number});
        table.columns.push_back({translate(language, "document.longitude"), ColumnType::number});
    }
    for (const auto& area : map.areas) {
        auto& cells = table.rows.emplace_back().cells;
        cells = {area.label, area.country, cell_of(area.value)};
        cells.resize(table.columns.size());
    }
    for (const auto& point : map.points) {
        auto& cells = table.rows.emplace_back().cells;
        cells.emplace_back(point.label);
        if (areas) cells.resize(3);
        cells.insert(cells.end(), {cell_of(point.value), point.at.latitude, point.at.longitude});
    }
    return table;
}

Table table_of(const Sources& sources, Language language) {
    Table table{{.title = sources.title},
                {{translate(language, "document.source")},
                 {translate(language, "document.publisher")},
                 {translate(language, "document.licence")},
                 {translate(language, "document.link")},
                 {translate(language, "document.received"), ColumnType::period},
                 {translate(language, "document.remark")}},
                {}};
    for (const auto& source : sources.sources) {
        TableCell received;
        if (source.received) received = Period::containing(*source.received, PeriodUnit::day);
        table.rows.push_back(
            {{source.name, source.publisher, source.licence, source.link, received, source.note}});
    }
    return table;
}

std::string cell_text(const TableCell& cell, ColumnType type, Language language) {
    return std::visit(ToText{type, language}, cell);
}

std::string description_of(const Caption& caption) {
    if (!caption.description.empty()) return caption.description;
    return caption.unit.empty() ? caption.title : caption.title + ", " + caption.unit;
}

}  // namespace tenpoint::formats

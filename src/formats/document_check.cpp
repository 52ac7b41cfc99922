// SPDX-License-Identifier: Apache-2.0
#include "formats/document_check.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace tenpoint::formats {
namespace {

class Check {
  public:
    void operator()(const Heading& heading) { require(heading.level == 2 || heading.level == 3); }
    void operator()(const Paragraph&) {}
    void operator()(const Headlines& headlines) {
        for (const auto& card : headlines.cards) {
            name_ = card.label;
            require(is_finite(card.value) && is_finite(card.change));
        }
    }
    void operator()(const LineChart& chart) {
        name(chart.caption);
        require(std::ranges::is_sorted(chart.periods));
        fit(chart.series, chart.periods.size());
    }
    void operator()(const BarChart& chart) {
        name(chart.caption);
        for (const auto& bar : chart.bars)
            require(is_finite(bar.value) && is_finite(bar.share));
    }
    void operator()(const StackedBars& chart) {
        name(chart.caption);
        fit(chart.parts, chart.categories.size());
    }
    void operator()(const CorridorProfile& profile) {
        name(profile.caption);
        for (const auto& stop : profile.stops) {
            require(stop.series.empty() || stop.series.size() == profile.periods.size());
            require(is_finite(stop.value) && is_finite(stop.change));
            require(std::ranges::all_of(stop.series, is_finite));
        }
    }
    void operator()(const Map& map) {
        name(map.caption);
        for (const auto& area : map.areas)
            require(is_finite(area.value));
        for (const auto& point : map.points)
            require(is_on_earth(point.at) && is_finite(point.value));
        for (const auto& route : map.routes)
            require(std::ranges::all_of(route, is_on_earth));
    }
    void operator()(const Table& table) {
        name(table.caption);
        for (const auto& row : table.rows) {
            require(row.cells.size() == table.columns.size());
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                require(fits(row.cells[i], table.columns[i].type));
        }
    }
    void operator()(const Notes&) {}
    void operator()(const Sources&) {}

  private:
    void name(const Caption& caption) {
        name_ = caption.title;
        require(!caption.title.empty());
    }
    void require(bool holds) const {
        if (!holds) throw std::invalid_argument("inconsistent block of a document: " + name_);
    }
    void fit(const std::vector<Series>& series, std::size_t length) const {
        for (const auto& each : series)
            require(each.values.size() == length && std::ranges::all_of(each.values, is_finite));
    }

    static bool is_finite(const std::optional<double>& value) {
        return !value || std::isfinite(*value);
    }
    static bool is_on_earth(const Coordinate& at) {
        return std::abs(at.longitude) <= 180 && std::abs(at.latitude) <= 90;
    }
    static bool fits(const TableCell& cell, ColumnType type) {
        if (std::holds_alternative<std::monostate>(cell)) return true;
        if (const auto* number = std::get_if<double>(&cell); number && !std::isfinite(*number))
            return false;
        switch (type) {
            case ColumnType::text:
                return std::holds_alternative<std::string>(cell);
            case ColumnType::period:
                return std::holds_alternative<Period>(cell);
            case ColumnType::number:
            case ColumnType::percent:
                return std::holds_alternative<double>(cell);
        }
        return false;
    }

    std::string name_;
};

}  // namespace

void require_consistent(const Document& document) {
    Check check;
    for (const auto& block : document.blocks)
        std::visit(check, block);
    if (!document.figures.columns.empty()) check(document.figures);
}

}  // namespace tenpoint::formats

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_coordinates.hpp"

#include <cmath>
#include <functional>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/position.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::int32_t pole = 90'000'000;

std::string_view cell_text(std::span<const formats::Cell> cells, const PlannedColumn& column) {
    return column.index < cells.size() ? cells[column.index].text : std::string_view{};
}

std::optional<std::int32_t> millionths(double degrees) {
    if (!(std::abs(degrees) <= 180)) return std::nullopt;
    return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

bool is_lone(std::string_view text, std::string_view other) {
    return !trimmed(text).empty() && !is_unknown_word(text) && trimmed(other).empty();
}

bool is_latitude(std::int32_t degrees) {
    return std::abs(degrees) <= pole;
}

double in_degrees(std::int32_t degrees) {
    return degrees / 1e6;
}

}  // namespace

template <class Read>
CoordinateReader::CellPoint CoordinateReader::read_cell(CellPoints& known, std::string_view text,
                                                        Read read) {
    const auto index = known.cache.find(text, [&](std::string_view cell) {
        if (known.points.size() > column_cache_texts) known.points.pop_back();
        known.points.push_back(read(cell));
        return static_cast<std::uint32_t>(known.points.size() - 1);
    });
    return known.points[index];
}

std::span<const CoordinateFinding> CoordinateReader::read(std::span<const formats::Cell> cells,
                                                          Observation& row) {
    findings_.clear();
    if (!plan_.coordinates && !(plan_.latitude && plan_.longitude)) return {};
    if (const auto point = point_of(cells, row.place)) {
        row.latitude = point->latitude;
        row.longitude = point->longitude;
    }
    return findings_;
}

std::optional<CoordinateReader::Point> CoordinateReader::point_of(
    std::span<const formats::Cell> cells, Code place) {
    const auto read_angle = [](char other_axis, char opposite) {
        return [=](std::string_view cell) {
            const auto angle = formats::parse_angle(cell);
            if (!angle) return CellPoint{.bad = !is_unknown_word(cell)};
            const auto degrees = millionths(angle->degrees);
            const bool swapped = angle->hemisphere == other_axis || angle->hemisphere == opposite;
            return CellPoint{degrees.value_or(no_coordinate), no_coordinate, !degrees, swapped};
        };
    };
    const auto read_both = [](std::string_view cell) {
        const auto position = formats::parse_position(cell);
        if (!position) return CellPoint{.bad = !is_unknown_word(cell)};
        const auto latitude = millionths(position->latitude);
        const auto longitude = millionths(position->longitude);
        if (!latitude || !longitude) return CellPoint{.bad = true};
        return CellPoint{*latitude, *longitude};
    };
    const auto& column = plan_.coordinates ? *plan_.coordinates : *plan_.latitude;
    const auto text = cell_text(cells, column);
    auto cell = plan_.coordinates ? read_cell(first_, text, read_both)
                                  : read_cell(first_, text, read_angle('E', 'W'));
    if (cell.bad) find("bad_coordinate", column, text);
    if (!plan_.coordinates) {
        const auto other_text = cell_text(cells, *plan_.longitude);
        const auto other = read_cell(second_, other_text, read_angle('N', 'S'));
        if (other.bad) find("bad_coordinate", *plan_.longitude, other_text);
        if (is_lone(text, other_text)) find("half_coordinates", column, text);
        if (is_lone(other_text, text)) find("half_coordinates", *plan_.longitude, other_text);
        cell.second = other.first;
        cell.swapped = cell.swapped || other.swapped;
    }
    if (cell.first == no_coordinate || cell.second == no_coordinate) return std::nullopt;
    Point point{cell.first, cell.second, place};
    if (!settle(point, cell.swapped, column, text)) return std::nullopt;
    return point;
}

bool CoordinateReader::settle(Point& point, bool swapped, const PlannedColumn& column,
                              std::string_view text) {
    if (point.latitude == point.longitude) {
        find(point.latitude == 0 ? "zero_coordinates" : "equal_coordinates", column, text);
        return false;
    }
    if (swapped) std::swap(point.latitude, point.longitude);
    // The letters say which is which.
    const auto unless_told = [&](Fit fit) {
        return swapped && fit == Fit::swapped ? Fit::elsewhere : fit;
    };
    bool is_new = false;
    const std::string_view key{reinterpret_cast<const char*>(&point), sizeof point};
    const auto fit = unless_told(static_cast<Fit>(fits_.find(key, [&](std::string_view) {
        is_new = true;
        return static_cast<std::uint32_t>(unless_told(fit_of(point)));
    })));
    if (fit == Fit::impossible) {
        find("bad_coordinate", column, text);
        return false;
    }
    if (fit == Fit::swapped) std::swap(point.latitude, point.longitude);
    if (!is_new) return true;
    if (swapped || fit == Fit::swapped) find("swapped_coordinates", column, text);
    if (fit == Fit::at_sea || fit == Fit::elsewhere)
        find(fit == Fit::at_sea ? "coordinates_at_sea" : "coordinates_elsewhere", column, text,
             places_.text_of(point.place));
    return true;
}

CoordinateReader::Fit CoordinateReader::fit_of(const Point& point) {
    const auto* land = land_of(point.place);
    const formats::Coordinate here{in_degrees(point.longitude), in_degrees(point.latitude)};
    const bool possible = is_latitude(point.latitude);
    if (possible && (land == nullptr || land->holds(here))) return Fit::fits;
    if (land != nullptr && is_latitude(point.longitude) &&
        land->holds({here.latitude, here.longitude}))
        return Fit::swapped;
    if (!possible && land == nullptr && is_latitude(point.longitude)) return Fit::swapped;
    if (!possible) return Fit::impossible;
    return formats::is_at_sea(here) ? Fit::at_sea : Fit::elsewhere;
}

// Null where the place lies in no country, or in one that is too small to be drawn.
const formats::Land* CoordinateReader::land_of(Code place) {
    if (place >= land_by_place_.size()) {
        land_by_place_.resize(place + 1, nullptr);
        land_known_.resize(place + 1, false);
    }
    if (!land_known_[place]) {
        land_known_[place] = true;
        const auto country = places_.lookup().country_of(places_.text_of(place));
        if (!country.empty()) {
            const auto& land = lands_.try_emplace(country, country).first->second;
            if (land.is_known()) land_by_place_[place] = &land;
        }
    }
    return land_by_place_[place];
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/reading_coordinates.hpp"

#include <cmath>
#include <utility>

#include "base/text.hpp"
#include "desks/movements/reading_categories.hpp"
#include "formats/number.hpp"
#include "formats/position.hpp"

namespace tenpoint::movements {
namespace {

std::int32_t millionths(double degrees) {
    return static_cast<std::int32_t>(std::lround(degrees * 1e6));
}

std::string_view cell_text(std::span<const formats::Cell> cells, const PlannedColumn& column) {
    return column.index < cells.size() ? cells[column.index].text : std::string_view{};
}

bool is_latitude(double degrees) {
    return std::abs(degrees) <= 90;
}

bool is_longitude(double degrees) {
    return std::abs(degrees) <= 180;
}

bool is_east_or_west(char hemisphere) {
    return hemisphere == 'E' || hemisphere == 'W';
}

}  // namespace

std::span<const CoordinateFinding> CoordinateReader::read(std::span<const formats::Cell> cells,
                                                          Observation& row) {
    findings_.clear();
    if (!plan_.coordinates && !(plan_.latitude && plan_.longitude)) return {};
    const auto& column = plan_.coordinates ? *plan_.coordinates : *plan_.latitude;
    auto degrees = plan_.coordinates ? read_one(cells) : read_two(cells);
    if (degrees && settle(*degrees, column, cell_text(cells, column), row.place)) {
        row.latitude = millionths(degrees->latitude);
        row.longitude = millionths(degrees->longitude);
    }
    return findings_;
}

std::optional<CoordinateReader::Degrees> CoordinateReader::read_two(
    std::span<const formats::Cell> cells) {
    std::optional<formats::Angle> angles[2];
    bool bad = false;
    std::size_t i = 0;
    for (const auto* column : {&*plan_.latitude, &*plan_.longitude}) {
        const auto text = cell_text(cells, *column);
        auto& angle = angles[i++];
        angle = formats::parse_angle(text);
        if ((angle && is_longitude(angle->degrees)) || (!angle && is_unknown_word(text))) continue;
        find("bad_coordinate", *column, text);
        bad = true;
    }
    if (bad || !angles[0] || !angles[1]) return std::nullopt;
    Degrees degrees{angles[0]->degrees, angles[1]->degrees};
    if (is_east_or_west(angles[0]->hemisphere) || (!is_latitude(degrees.latitude))) {
        std::swap(degrees.latitude, degrees.longitude);
        if (!is_latitude(degrees.latitude)) {
            find("bad_coordinate", *plan_.latitude, cell_text(cells, *plan_.latitude));
            return std::nullopt;
        }
        find("swapped_coordinates", *plan_.latitude, cell_text(cells, *plan_.latitude));
    }
    return degrees;
}

std::optional<CoordinateReader::Degrees> CoordinateReader::read_one(
    std::span<const formats::Cell> cells) {
    const auto text = cell_text(cells, *plan_.coordinates);
    const auto position = formats::parse_position(text);
    if (!position) {
        if (!is_unknown_word(text)) find("bad_coordinate", *plan_.coordinates, text);
        return std::nullopt;
    }
    Degrees degrees{position->latitude, position->longitude};
    const bool swapped = !is_latitude(degrees.latitude) && is_latitude(degrees.longitude);
    if (swapped) std::swap(degrees.latitude, degrees.longitude);
    if (!is_latitude(degrees.latitude) || !is_longitude(degrees.longitude)) {
        find("bad_coordinate", *plan_.coordinates, text);
        return std::nullopt;
    }
    if (swapped) find("swapped_coordinates", *plan_.coordinates, text);
    return degrees;
}

// Whether the coordinates are kept.
bool CoordinateReader::settle(Degrees& degrees, const PlannedColumn& column, std::string_view text,
                              Code place) {
    const auto latitude = millionths(degrees.latitude);
    if (latitude == millionths(degrees.longitude)) {
        find(latitude == 0 ? "zero_coordinates" : "equal_coordinates", column, text);
        return false;
    }
    look_at_land(degrees, column, text, place);
    return true;
}

void CoordinateReader::look_at_land(Degrees& degrees, const PlannedColumn& column,
                                    std::string_view text, Code place) {
    const auto* land = land_of(place);
    const formats::Coordinate point{degrees.longitude, degrees.latitude};
    if (land == nullptr || land->holds(point)) return;
    const formats::Coordinate other{degrees.latitude, degrees.longitude};
    if (findings_.empty() && is_latitude(degrees.longitude) && land->holds(other)) {
        std::swap(degrees.latitude, degrees.longitude);
        find("swapped_coordinates", column, text);
        return;
    }
    find(formats::is_at_sea(point) ? "coordinates_at_sea" : "coordinates_elsewhere", column, text,
         places_.text_of(place));
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

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "desks/movements/column_cache.hpp"
#include "desks/movements/met_places.hpp"
#include "desks/movements/observation.hpp"
#include "desks/movements/reading_plan.hpp"
#include "formats/land.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// What is to be said about a row's coordinates; `column` and `text` are those of its cell.
struct CoordinateFinding {
    std::string_view code;
    const PlannedColumn* column = nullptr;
    std::string_view text;
    std::string_view expected;
};

// Reads where the people of a row were, and looks whether they can have been there: a latitude that
// equals its longitude and the point 0/0 are slips and dropped; two that only make sense the other
// way round are exchanged; a point in the sea or in another country, far from the country that
// the row names, is kept and said, once for each point and place. Findings are warnings:
//   bad_coordinate, zero_coordinates, equal_coordinates   the figure is kept without them
//   half_coordinates                                      likewise: the other cell is blank
//   swapped_coordinates                                   they are kept the other way round
//   coordinates_at_sea, coordinates_elsewhere             they are kept
class CoordinateReader {
  public:
    CoordinateReader(const ReadingPlan& plan, const MetPlaces& places)
        : plan_(plan), places_(places) {}

    // Sets the coordinates of `row`, whose place is known already. The findings are valid until the
    // next row.
    std::span<const CoordinateFinding> read(std::span<const formats::Cell> cells, Observation& row);

  private:
    // What a cell holds, in millionths of a degree; no_coordinate for a blank one.
    struct CellPoint {
        std::int32_t first = no_coordinate;   // the latitude, or the only angle
        std::int32_t second = no_coordinate;  // the longitude, of a cell with both
        bool bad = false;
        bool swapped = false;  // its hemisphere is the other column's
    };
    // Points come again from row to row, and so do their texts.
    struct CellPoints {
        ColumnCache cache;
        std::vector<CellPoint> points;
    };
    struct Point {
        std::int32_t latitude, longitude;
        Code place;
    };
    static_assert(std::has_unique_object_representations_v<Point>);
    // What a point is to the land of a row's place.
    enum class Fit { fits, swapped, at_sea, elsewhere, impossible };

    template <class Read>
    CellPoint read_cell(CellPoints& known, std::string_view text, Read read);
    std::optional<Point> point_of(std::span<const formats::Cell> cells, Code place);
    // Whether the coordinates are kept.
    bool settle(Point& point, bool swapped, const PlannedColumn& column, std::string_view text);
    Fit fit_of(const Point& point);
    const formats::Land* land_of(Code place);
    void find(std::string_view code, const PlannedColumn& column, std::string_view text,
              std::string_view expected = {}) {
        findings_.push_back({code, &column, text, expected});
    }

    const ReadingPlan& plan_;
    const MetPlaces& places_;
    std::vector<CoordinateFinding> findings_;
    CellPoints first_, second_;  // the latitudes or both, the longitudes
    std::map<std::string, formats::Land, std::less<>> lands_;  // by country
    std::vector<const formats::Land*> land_by_place_;          // by the segment's code
    std::vector<bool> land_known_;
    ColumnCache fits_;  // of the points met, by their bytes
};

}  // namespace tenpoint::movements

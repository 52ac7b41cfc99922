// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
// the row names, is kept and said. Findings are warnings, at most one a column:
//   bad_coordinate, zero_coordinates, equal_coordinates   the figure is kept without them
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
    struct Degrees {
        double latitude = 0, longitude = 0;
    };

    std::optional<Degrees> read_two(std::span<const formats::Cell> cells);
    std::optional<Degrees> read_one(std::span<const formats::Cell> cells);
    bool settle(Degrees& degrees, const PlannedColumn& column, std::string_view text, Code place);
    void look_at_land(Degrees& degrees, const PlannedColumn& column, std::string_view text,
                      Code place);
    const formats::Land* land_of(Code place);
    void find(std::string_view code, const PlannedColumn& column, std::string_view text,
              std::string_view expected = {}) {
        findings_.push_back({code, &column, text, expected});
    }

    const ReadingPlan& plan_;
    const MetPlaces& places_;
    std::vector<CoordinateFinding> findings_;
    std::map<std::string, formats::Land, std::less<>> lands_;  // by country
    std::vector<const formats::Land*> land_by_place_;          // by the segment's code
    std::vector<bool> land_known_;
};

}  // namespace tenpoint::movements

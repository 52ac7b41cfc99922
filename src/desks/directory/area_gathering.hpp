// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "desks/directory/place_columns.hpp"
#include "desks/directory/place_list.hpp"
#include "formats/position.hpp"

namespace tenpoint::directory {

// Puts a list together, row by row.
class AreaGatherer {
  public:
    AreaGatherer(PlaceColumns columns, std::string country)
        : columns_(std::move(columns)), country_(std::move(country)) {}

    // `inside` is a point of the finest area that the row names.
    void add_row(std::int64_t row, const std::vector<std::string>& cells,
                 const std::optional<formats::Position>& inside = {});
    PlaceList take() &&;

  private:
    std::string cell(const std::vector<std::string>& cells, Holds holds, int level) const;
    LocalText name_in(const std::vector<std::string>& cells, int level) const;
    std::string country_of(const std::vector<std::string>& cells, std::string_view code) const;
    std::optional<formats::Position> position_in(const std::vector<std::string>& cells) const;
    bool add_long(std::int64_t row, const std::vector<std::string>& cells,
                  const std::optional<formats::Position>& position);
    bool add_wide(std::int64_t row, const std::vector<std::string>& cells,
                  const std::optional<formats::Position>& position);
    bool add(ListedArea area);
    bool refuse(std::int64_t row, const char* code, std::string_view text,
                std::string_view expected = {});

    PlaceColumns columns_;
    std::string country_;
    PlaceList list_;
    std::unordered_map<std::string, std::size_t> known_;  // by code
};

}  // namespace tenpoint::directory

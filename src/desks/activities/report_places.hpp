// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "base/finding.hpp"
#include "desks/directory/place_lookup.hpp"

namespace tenpoint::activities {

// An admin area as a row names it: what is known of it, and what is wrong with it.
struct FoundArea {
    std::string code;     // of the place; empty where the directory does not know it
    std::string finding;  // a finding's code; empty: none
    std::string suggestion;
};

enum class AreaLevel { first = 1, second = 2 };

// Finds the admin areas of a sheet in the directory, each within the area that the row has named
// before. Where the directory has no places of a country, its areas are what the sheet calls them,
// without a finding. Each name is looked up once.
class ReportPlaces {
  public:
    explicit ReportPlaces(const directory::PlaceLookup& places) : places_(places) {}

    // `text` is a name or a P-code; `area` the code of the area of the first level that it must lie
    // in, and `country` of what that lies in; either may be empty. What lies in another country is
    // elsewhere, unless the directory has a name alone and no places of `country`. Suggested are
    // areas of the level.
    const FoundArea& find(std::string_view text, AreaLevel level, const std::string& area,
                          const std::string& country);

    // The country of a place, by the directory or by the letters that its P-code begins with.
    std::string country_of(const std::string& code) const;

  private:
    FoundArea look_up(std::string_view text, AreaLevel level, const std::string& area,
                      const std::string& country);
    bool knows_within(const std::string& country);

    const directory::PlaceLookup& places_;
    // By text, level, and area or country.
    std::map<std::tuple<std::string, AreaLevel, std::string>, FoundArea> areas_;
    std::map<std::string, bool> known_countries_;
};

}  // namespace tenpoint::activities

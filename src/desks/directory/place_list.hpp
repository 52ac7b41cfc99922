// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "record/values.hpp"

namespace tenpoint::directory {

// Findings of any number: the first hundred of each code are kept, and all are counted.
class CountedFindings {
  public:
    void add(Finding finding);
    const Findings& first() const { return first_; }
    const std::map<std::string, std::int64_t>& counts() const { return counts_; }  // by code

  private:
    Findings first_;
    std::map<std::string, std::int64_t> counts_;
};

// An administrative area as a list names it.
struct ListedArea {
    std::int64_t row = 0;  // where it stands first
    int level = 1;         // 1 or 2
    std::string code;      // its P-code
    LocalText name;
    std::string country;  // alpha-3
    std::string parent;   // the code that it lies in: of the first level its country
    std::optional<record::Coordinate> latitude{}, longitude{};
};

struct PlaceList {
    std::vector<ListedArea> areas;  // the first level first, each once
    std::int64_t rows = 0;          // below the header, blank ones left out
    std::int64_t refused = 0;       // rows of which nothing, or not all, can be taken
    std::int64_t elsewhere = 0;     // rows of other countries than the one asked for
    std::map<std::string, std::int64_t> countries{};  // areas of each in the whole list
    CountedFindings findings{};
};

// Reads a list of administrative areas: a table (CSV, XLSX, ODS) whose columns place_columns.hpp
// knows, or GeoJSON, whose features have such properties and give a point inside of each area. Only
// the areas of `country` where it is given, by its alpha-3 code; it also says where areas lie whose
// rows do not. Fails with `unreadable_file` as formats::open_table does, and on "/file" with
// `not_a_place_list`, `topojson` or `oversized_json`.
Result<PlaceList> read_place_list(const std::filesystem::path& file, const std::string& country);

// OCHA's common list, which comes with the program (formats/pcodes.hpp).
Result<PlaceList> common_place_list(const std::string& country);

}  // namespace tenpoint::directory

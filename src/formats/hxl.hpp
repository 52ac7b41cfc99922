// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/table.hpp"

namespace tenpoint::formats {

// One column's hashtag by the Humanitarian Exchange Language 1.1: "#affected+f+adults".
// Case, order of the attributes and spaces do not matter: all small, sorted, each once.
struct HxlTag {
    std::string tag;  // with its sign: "#affected"
    std::vector<std::string> attributes;

    bool has(std::string_view attribute) const;
    bool operator==(const HxlTag&) const = default;
};

// "#affected+adults+f"
std::string to_text(const HxlTag& tag);

// Reads the cell of a hashtag row; nothing where it is no hashtag. Tags of 2014, before the
// standard had attributes, come out as today's: "#adm1_id" is #adm1+code.
std::optional<HxlTag> parse_hxl_tag(std::string_view cell);

// Of how many rows at the top one may be the hashtag row.
inline constexpr int hxl_rows_searched = 25;

// More than half of the cells that are not blank are hashtags.
bool is_hxl_row(std::span<const Cell> cells);

}  // namespace tenpoint::formats

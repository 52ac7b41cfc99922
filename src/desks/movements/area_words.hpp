// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace tenpoint::movements {

// What a header says that names areas and nothing else: "Region name", "admin1Pcode", "ADM2_FR".
struct AreaHeader {
    // How wide its areas are; the least is the widest. What a level is called differs by country,
    // so that the order of the columns decides as well.
    int level = 0;
    // How deep below the country they lie, where the header says so outright; else 0.
    int depth = 0;
    bool has_codes = false;
};
std::optional<AreaHeader> area_header(std::string_view header);

}  // namespace tenpoint::movements

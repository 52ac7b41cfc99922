// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tenpoint::formats {

// A table of texts, as commands print it and files hold it.
struct TextTable {
    std::vector<std::string> names;     // "indicator", "place", "count"
    std::vector<std::string> hashtags;  // as many, or none: "#indicator+code" …
    std::vector<std::vector<std::string>> rows;
    std::size_t numbers = 0;  // how many of the columns, the last ones, hold numbers or nothing
};

// RFC 4180; with a row of hashtags below the header where it is to be HXL.
std::string to_csv(const TextTable& table, bool with_hashtags);

}  // namespace tenpoint::formats

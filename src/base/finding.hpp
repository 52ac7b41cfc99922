// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

namespace tenpoint {

// An error costs the row; a warning is used but wants a look; information tells what was done.
enum class Severity { error, warning, information };
BOOST_DESCRIBE_ENUM(Severity, error, warning, information)

// What an importer or a check says about one cell, row or whole file. Expected trouble with data
// is a Finding, collected, never thrown. `code` is a key below `findings` in the translations,
// whose text may name {text}, {expected} and {suggestion}.
struct Finding {
    Severity severity{};
    std::string code;        // "bad_number", "unknown_country" …
    std::int64_t row = 0;    // as the partner's own program counts it, from 1; 0: the whole file
    std::string column;      // its header as written; empty: the whole row
    std::string text;        // what was found, at most 200 bytes of it
    std::string expected;    // what would have been understood; may be empty
    std::string suggestion;  // a likely correction; may be empty

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

}  // namespace tenpoint

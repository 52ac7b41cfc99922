// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tenpoint::record {

// The types of column that members are kept in.
enum class StoredType { integer, text };

// One cell of a table; std::monostate is null.
using StoredValue = std::variant<std::monostate, std::int64_t, std::string>;

// A record's own members as they are stored: one value for each member that has a column, and one
// list of ids for each member that is a list of references (rows of the link table), both in the
// order of the description.
struct StoredRow {
    std::vector<StoredValue> values;
    std::vector<std::vector<std::string>> links;

    bool operator==(const StoredRow&) const = default;
};

}  // namespace tenpoint::record

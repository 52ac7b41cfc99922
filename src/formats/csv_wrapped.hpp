// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "formats/table.hpp"

// Text tables whose rows stand in quotes as a single cell each, as spreadsheets save what they had
// not parted into columns: "2024-01,""Venezuela, RB"",6".
namespace tenpoint::formats {

// The delimiter within the rows of `head`, the decoded beginning of a file; nothing where they are
// not all wrapped so.
std::optional<char> delimiter_of_wrapped_rows(std::string_view head);

// Parts the only cell of each row of `table` into cells.
std::unique_ptr<TableReader> unwrap_rows(std::unique_ptr<TableReader> table, char delimiter);

}  // namespace tenpoint::formats

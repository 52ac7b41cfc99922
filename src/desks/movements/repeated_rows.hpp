// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "formats/table.hpp"

namespace tenpoint::movements {

// Knows the rows of a table again that are equal in all columns, by what stands in them.
class RepeatedRows {
  public:
    // The first row that was like this one; nothing where it is the first.
    std::optional<std::int64_t> first_like(std::int64_t number,
                                           std::span<const formats::Cell> cells);

  private:
    std::unordered_map<std::string, std::int64_t> rows_;  // by their hash
};

}  // namespace tenpoint::movements

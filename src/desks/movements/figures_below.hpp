// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// Which columns are parts of which is seen by the figures below them. A table with more columns
// than these has one for each month or nationality, and none is a part of another.
inline constexpr std::size_t most_columns_compared = 300;

using ColumnPositions = std::vector<std::size_t>;

// The sum of what stands in some columns of a row; what is no count is 0.
std::int64_t sum_below(const SampleRow& row, std::span<const std::size_t> columns);

}  // namespace tenpoint::movements

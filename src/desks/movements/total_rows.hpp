// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace tenpoint::movements {

// Holds the totals that a table states in rows of its own against the rows that were counted. A
// total belongs to the rows since the last one, or to all so far; one above its rows is not held
// against anything. Sums are kept for each count column.
class TotalRows {
  public:
    explicit TotalRows(std::size_t columns) : columns_(columns) {}

    void count(std::size_t column, std::int64_t figure);

    // What the rows add up to where that is not the total stated for the column; nothing where it
    // is, or where no row was counted yet.
    std::optional<std::int64_t> differing(std::size_t column, std::int64_t total) const;

    // A total was met: the rows behind it belong to the next one.
    void begin_anew();

  private:
    struct Column {
        std::int64_t all = 0, since = 0;
        bool any = false, any_since = false;
    };
    std::vector<Column> columns_;
};

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tenpoint::movements {

// A total that a table states in a row of its own, and what the rows beside it add up to.
struct StatedTotal {
    std::size_t column = 0;  // among the count columns
    std::int64_t row = 0;
    std::string text;
    std::int64_t total = 0;
    std::int64_t sum = 0;
    std::int64_t before = 0;  // what all rows above it add up to
};

// Holds the totals that a table states in rows of its own against rows that were counted. A total
// belongs to the rows from any other total, or from the first row, down to it, or to those from it
// down to a row that completes it. Sums are kept for each count column.
class TotalSums {
  public:
    explicit TotalSums(std::size_t columns) : columns_(columns) {}

    void count(std::size_t column, std::int64_t figure);
    bool has_counted(std::size_t column) const { return columns_[column].any; }

    // Whether the rows above add up to this total.
    bool explains(std::size_t column, std::int64_t total) const;

    // One of the totals of a row; then, that the row's last one was taken.
    void take(StatedTotal stated);
    void begin_anew();

    // The totals that no rows explain, by column; after the last row.
    std::vector<StatedTotal> differing();

  private:
    struct Column {
        std::int64_t all = 0;
        bool any = false, any_since = false;
        std::vector<std::int64_t> at_totals{0};  // sums up to each row of totals
        std::vector<StatedTotal> open;           // not explained by the rows above
    };
    // Totals are remembered up to so many; the oldest give way.
    static constexpr std::size_t most_remembered = 1000;

    std::vector<Column> columns_;
    std::vector<StatedTotal> differing_;  // that had to give way
};

// The same for a table some of whose rows are counted and are totals of others in a breakdown, "of
// both sexes": a total is explained by all rows, or by those that are none.
class TotalRows {
  public:
    explicit TotalRows(std::size_t columns) : all_(columns), parts_(columns) {}

    void count(std::size_t column, std::int64_t figure, bool is_total);
    bool explains(std::size_t column, std::int64_t total) const {
        return all_.explains(column, total) || parts_.explains(column, total);
    }
    void take(const StatedTotal& stated);
    void begin_anew();
    // With what the parts add up to, where there are any.
    std::vector<StatedTotal> differing();

  private:
    TotalSums all_, parts_;
};

}  // namespace tenpoint::movements

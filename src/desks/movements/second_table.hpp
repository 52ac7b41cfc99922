// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "desks/movements/column_layout.hpp"
#include "desks/movements/place_lookup.hpp"
#include "desks/movements/reading_plan.hpp"

namespace tenpoint::movements {

// The rows down to where another table begins below the one of this layout: those that tell what
// its columns mean.
std::span<const SampleRow> rows_of_first_table(std::span<const SampleRow> rows,
                                               const ColumnLayout& layout);

// Finds another table below the one that is read: past a blank row or a heading, a row of words
// where figures or dates should stand, with figures right below it. Whether it is one shows with
// the row after, so that the first is held until then.
class SecondTable {
  public:
    // The plan and the places must outlive it.
    SecondTable(const ReadingPlan& plan, const PlaceLookup& places)
        : plan_(plan), places_(places) {}

    // A row below the table that is read, past the gap before it.
    bool may_begin_at(std::span<const formats::Cell> cells) const;
    void hold(std::int64_t number, std::span<const formats::Cell> cells);

    bool holds() const { return held_.has_value(); }
    // Whether these cells stand below the header that is held.
    bool goes_on_with(std::span<const formats::Cell> cells) const;
    SampleRow release();

    // The columns of its header, for whoever is told of it.
    static std::string columns_of(const SampleRow& header);

  private:
    bool says_something_of_its_own(const PlannedColumn& column, std::string_view text) const;

    const ReadingPlan& plan_;
    const PlaceLookup& places_;
    std::optional<SampleRow> held_;
};

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/column_cache.hpp"
#include "desks/movements/reading_lookup.hpp"
#include "desks/movements/reading_plan.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// What the cells that date a row mean.
struct PeriodMeaning {
    std::int32_t code = 0;       // Period::code()
    std::int32_t first_day = 0;  // days since 1970
    bool total_row = false;
    std::optional<CellFinding> finding;
};

// Dates rows: from one cell, from year and month, from first and last day, or from the mapping.
class PeriodReader {
  public:
    PeriodReader(const ReadingPlan& plan, const Mapping& mapping);

    const PeriodMeaning& read(std::span<const formats::Cell> cells);
    // The column and text that a finding about the period names.
    const std::string& header() const { return header_; }
    std::string_view text() const { return key_; }

  private:
    std::uint32_t add(std::string_view key, formats::CellKind kind);
    PeriodMeaning interpret(std::string_view key, formats::CellKind kind) const;
    std::optional<Period> parse(std::string_view text, formats::CellKind kind,
                                const PlannedColumn& column) const;
    std::optional<Period> parse_range(std::string_view key, formats::CellKind kind) const;
    Period with_length(const Period& period) const;

    std::optional<PlannedColumn> period_, from_, to_, year_, month_;
    std::vector<PeriodLength> lengths_;
    std::string header_;
    std::string joined_;  // the text of two cells together
    std::string_view key_;
    ColumnCache cache_;
    std::vector<PeriodMeaning> meanings_;
};

}  // namespace tenpoint::movements

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
#include "desks/movements/recognition_words.hpp"
#include "formats/dates.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// What the cells that date a row mean: small, since dates are the column of most different texts.
struct PeriodMeaning {
    std::int32_t code = 0;      // Period::code()
    bool total_row = false;     // the row is the table's own sum
    std::int32_t finding = -1;  // its place among PeriodReader's; negative: none
};

// Dates rows: from one cell, from year and month, from first and last day, from the mapping or the
// title. Where each count has a date of its own, rows need none.
class PeriodReader {
  public:
    PeriodReader(const ReadingPlan& plan, const Mapping& mapping);

    PeriodMeaning read(std::span<const formats::Cell> cells);
    // From here on rows without a date of their own are of this period.
    void date_by(const Period& period) { constant_.code = period.code(); }
    const CellFinding& finding(const PeriodMeaning& meaning) const {
        return findings_[static_cast<std::size_t>(meaning.finding)];
    }
    // The column and text that a finding about the period names.
    const std::string& header() const { return header_; }
    std::string_view text() const { return key_; }
    // Some dates of the column can only be day first and others only month first.
    bool is_contradictory() const { return order_.is_contradictory(); }
    // Only "I" and "II" were seen beside years, which are quarters or half-years.
    bool leaves_numerals_open() const {
        return largest_numeral_ > 0 && largest_numeral_ <= 2 && !part_.half_years &&
               part_.unit != PeriodUnit::quarter;
    }

  private:
    std::uint32_t add(std::string_view key, formats::CellKind kind);
    PeriodMeaning interpret(std::string_view key, formats::CellKind kind);
    std::optional<Period> parse(std::string_view text, formats::CellKind kind,
                                const PlannedColumn& column) const;
    void learn_numerals(std::string_view text);
    bool is_half_year(std::string_view text) const;
    std::optional<Period> parse_range(std::string_view key, formats::CellKind kind) const;
    std::optional<Period> parse_part(std::string_view text) const;
    std::optional<Period> parse_month(std::string_view text) const;
    Period with_length(const Period& period) const;

    std::optional<PlannedColumn> period_, from_, to_, year_, month_;
    std::vector<PeriodLength> lengths_;
    std::string header_;
    NumberedPart part_;            // what the month or period column has the numbers of
    bool has_weeks_of_s_ = false;  // "S12 2024" is a week
    int largest_numeral_ = 0;      // of those beside a year: "2024-II"
    bool fiscal_ = false;          // the year column has fiscal years
    int last_year_ = 0;
    std::string year_of_months_;       // of a month column alone
    std::string above_, above_month_;  // the last texts of columns that go on below them
    std::string joined_;               // the text of two cells together
    std::string_view key_;
    ColumnCache cache_;
    std::vector<PeriodMeaning> meanings_;
    std::vector<CellFinding> findings_;
    PeriodMeaning constant_;    // where no column dates the rows
    formats::DateOrder order_;  // as the column's texts show it
};

}  // namespace tenpoint::movements

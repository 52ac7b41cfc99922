// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "desks/movements/column_cache.hpp"
#include "desks/movements/reading_findings.hpp"
#include "desks/movements/reading_plan.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// A text that stands alone in its row, or in all cells as a merged one does; else empty.
std::string_view text_standing_alone(std::span<const formats::Cell> cells);

// Finds the rows below a header that say nothing, and those that the mapping leaves out. Each such
// row is counted as skipped, with its finding.
class RowSieve {
  public:
    RowSieve(const ColumnLayout& layout, std::span<const PlannedFilter> filters,
             FindingLog& findings, ReadingSummary& summary);

    // Whether the row was skipped: blank_row, hxl_row, repeated_header, note_row or by a filter.
    bool skips(std::int64_t number, std::span<const formats::Cell> cells);
    // Whether the row skipped last was blank, or a note.
    bool skipped_a_gap() const { return skipped_a_gap_; }
    // Whether the row repeats the header.
    bool is_header(std::span<const formats::Cell> cells) const;
    // Skips a row for a reason that whoever reads it has found.
    void skip(std::int64_t number, std::string_view reason, std::string_view column = {},
              std::string_view text = {});

  private:
    // Texts of a column, folded, and which of its cells are among them.
    struct Exception {
        std::size_t index;
        std::vector<std::string> texts;
        ColumnCache cache;

        bool holds(std::span<const formats::Cell> cells);
    };
    struct Filter {
        std::size_t index;
        std::string header;
        std::vector<std::string> keep, skip;  // folded
        std::string reason;
        bool is_personal;
        std::vector<Exception> unless;
        ColumnCache cache;

        bool leaves_out(std::span<const formats::Cell> cells);
    };

    std::string_view note_in(std::span<const formats::Cell> cells) const;
    bool skip_without_meaning(std::int64_t number, std::span<const formats::Cell> cells);
    bool leave_out(std::int64_t number, std::span<const formats::Cell> cells);

    const ColumnLayout& layout_;
    FindingLog& findings_;
    ReadingSummary& summary_;
    std::vector<Filter> filters_;
    bool skipped_a_gap_ = false;
};

}  // namespace tenpoint::movements

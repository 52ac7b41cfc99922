// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/consolidation_pattern.hpp"
#include "desks/movements/observation.hpp"
#include "desks/movements/segment_store.hpp"

namespace tenpoint::movements {

// The sum of a batch's observations at one breakdown.
struct SummaryCell {
    Breakdown breakdown = 0;  // with the summary's own codes of origins
    std::uint32_t observations = 0;
    std::int64_t count = 0;
};

// The cells of one group that are broken down alike.
struct SummaryPart {
    Pattern pattern = 0;
    // Whether the cells stand in the file as they are. Cells that were completed (see
    // consolidation_completion.hpp) are a part of their own, beside the one of the file.
    bool stated = true;
    // Whether the part counts everybody it could: a stated part that was completed does not.
    bool complete = true;
    std::uint32_t first_cell = 0;
    std::uint32_t cells = 0;
    std::uint32_t observations = 0;
    std::int64_t sum = 0;
};

// All that a batch says of one indicator, place and period.
struct SummaryGroup {
    Indicator indicator{};
    std::uint32_t place = 0;  // index into BatchSummary::places
    std::int32_t period = 0;  // Period::code()
    std::uint32_t first_part = 0;
    std::uint32_t parts = 0;
};

// A batch's observations added up by indicator, place, period and breakdown: made once from its
// segment, never changed, shared by every consolidation that holds the batch. Groups are ordered by
// indicator, place code as text, period; parts and cells by their breakdown. So it is the same, and
// has the same fingerprint, in whatever order the observations stood in the file.
struct BatchSummary {
    std::vector<std::string> places;   // sorted, then one "" where rows lack a place
    std::vector<std::string> origins;  // codes from first_word_code, sorted
    BlankTotals blank_totals;          // dimensions where "unknown" turned out to be a total
    std::vector<SummaryGroup> groups;
    std::vector<SummaryPart> parts;
    std::vector<SummaryCell> cells;
    std::string fingerprint;

    std::span<const SummaryPart> parts_of(const SummaryGroup& group) const {
        return std::span(parts).subspan(group.first_part, group.parts);
    }
    std::span<const SummaryCell> cells_of(const SummaryPart& part) const {
        return std::span(cells).subspan(part.first_cell, part.cells);
    }
    // "VEN", "unknown", or "" for all.
    std::string_view origin(Code code) const;
    std::size_t bytes() const;  // of memory
};

// Fails as the segment does. An extra dimension with blanks makes it read the segment twice.
Result<std::shared_ptr<const BatchSummary>> summarize(const StoredSegment& segment);

}  // namespace tenpoint::movements

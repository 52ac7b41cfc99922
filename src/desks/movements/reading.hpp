// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "base/result.hpp"
#include "desks/movements/column_layout.hpp"
#include "desks/movements/earlier_figures.hpp"
#include "desks/movements/mapping.hpp"
#include "desks/movements/place_lookup.hpp"
#include "desks/movements/segment_writer.hpp"
#include "desks/movements/title_period.hpp"
#include "formats/table.hpp"

namespace tenpoint::movements {

// Takes each finding as it is made, in the order of rows; only what is said of repeated figures may
// come a few rows late, and what is said of the whole file comes last.
using FindingSink = std::function<void(const Finding&)>;

// Called every few thousand rows; `part` runs from 0 to 1.
using ReadingProgress = std::function<void(std::int64_t rows, double part)>;

// What beside the table itself bears on how it is read.
struct ReadingGround {
    std::optional<Day> today{};  // dates later than the year after the next are refused
    const EarlierFigures* earlier = nullptr;  // of the source
};

struct FindingCount {
    Severity severity{};
    std::int64_t count = 0;
};

// What became of a table. Always: rows = used + rejected + skipped.
struct ReadingSummary {
    std::int64_t rows = 0;  // below the header, blank ones included
    std::int64_t used = 0;
    std::int64_t rejected = 0;
    std::int64_t skipped = 0;
    std::int64_t observations = 0;
    // Reasons are keys below `findings`, or the words of the mapping's filters.
    std::map<std::string, std::int64_t> skipped_by_reason;
    std::map<std::string, FindingCount> findings;  // by code, all of them
    std::map<Indicator, std::int64_t> totals;
    bool may_hold_totals = false;  // figures are of several lengths of period, or breakdowns
    std::optional<Day> first_day, last_day;  // of the periods used
    ColumnLayout layout;                     // as it was found
};

// Reads a table from its start into `segment`. Each row below the header ends in one of three
// ways, and what is not plainly used has a finding:
//   used      at least one figure was read; unreadable figures beside it are warnings
//   rejected  an error: bad_date, bad_count, unknown_country, missing_place …
//   skipped   information: blank_row, hxl_row, repeated_header, note_row, total_row, no_figure,
//             or the reason of a filter in the mapping
// A blank figure is no figure, 0 is one. A blank cell of a breakdown means that the source did not
// know (code_unknown); a word for the total means that the figure is not broken down (code_all),
// also where the row has blanks (sums_beside_parts.hpp). Several place columns go from the widest
// to the narrowest: a name is sought in the place that the row has named before. Columns about
// persons are not read, with the finding personal_column, nor are free texts and keys of single
// persons that the mapping does not keep: single_texts. What the table lacks of a date its title
// may have (title_period.hpp). Running totals go on from the figures of the source's accepted
// files, where they are given.
//
// Fails with `unknown_field_in_mapping` where the mapping names a column that is not there, with
// `invalid_fields` where two columns hold the same date or coordinate of a row, and with
// `incomplete_mapping` where it leaves the count, period, indicator or place open; the field
// problems say which. Nothing was written to the segment then.
Result<ReadingSummary> read_table(formats::TableReader& table, const Mapping& mapping,
                                  const PlaceLookup& places, SegmentWriter& segment,
                                  const FindingSink& finding = {},
                                  const ReadingProgress& progress = {},
                                  const TableNames& names = {}, const ReadingGround& ground = {});

}  // namespace tenpoint::movements

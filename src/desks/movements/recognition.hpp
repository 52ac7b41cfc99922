// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "base/finding.hpp"
#include "desks/movements/column_layout.hpp"
#include "desks/movements/mapping.hpp"
#include "desks/movements/place_lookup.hpp"
#include "desks/movements/title_period.hpp"

namespace tenpoint::movements {

// On what a column's suggested meaning rests; the first are the surest.
enum class RecognisedBy { mapping, hashtag, header, samples, nothing };
BOOST_DESCRIBE_ENUM(RecognisedBy, mapping, hashtag, header, samples, nothing)

// One column as a person checks it before the import.
struct RecognisedColumn {
    std::size_t number = 0;  // from 1
    std::string header;      // as written; empty where there is none
    std::string hashtag;     // "#affected+f"; empty where there is none
    Field field = Field::dimension;
    Settings set;                                   // of a count column
    std::optional<activities::ReportField> report;  // of an activity sheet
    RecognisedBy by = RecognisedBy::nothing;
    int confidence = 0;                // 0 to 100
    std::vector<std::string> samples;  // up to five different texts; masked where `personal`
    bool personal = false;             // tells who somebody is, or how to reach them
};

struct Recognition {
    ColumnLayout layout;
    std::vector<RecognisedColumn> columns;
    Mapping mapping;  // with a line for each column
    // What is missing before anything can be read: no_count_column, no_period, no_indicator,
    // no_place; no_organisation of an activity sheet; what a person must decide:
    // date_order_undecided.
    Findings findings;
    // What was decided between a column and what holds for all rows (recognition_constants.hpp).
    Findings remarks;

    bool complete() const;
};

// Where the table begins. Where a header row was remembered that now holds something else, it is
// sought anew.
ColumnLayout layout_for(std::span<const SampleRow> rows, const Mapping& known);

// Suggests what each column means: by `known`, the mapping remembered for the source or given by
// the user, for the columns that it names; else by hashtag, by header in four languages, by the
// look of the samples. What `known` sets for all rows only fills in what no column says
// (recognition_constants.hpp); its filters are kept where their columns are there, since a
// remembered mapping need not fit in full.
// Columns of a wide table are counts of what their headers say (recognition_wide.hpp). What the
// table lacks of a date its title may have, which is told by `names` and the rows above the header,
// and is no part of the mapping (title_period.hpp). A table that tells who does what is an activity
// sheet, unless `known` says otherwise: its columns have the meanings of
// desks/activities/report_words.hpp. Columns about
// persons are left out, their samples masked (recognition_personal.hpp), and so are free texts and
// keys of single persons (recognition_single_texts.hpp). Where `places` are given,
// several columns of them are taken together (recognition_places.hpp).
Recognition recognise(std::span<const SampleRow> rows, const Mapping& known = {},
                      const TableNames& names = {}, const PlaceLookup* places = nullptr);

// The same for a table that is read from its start, in which the order of day and month and the
// decimal signs are settled by looking at all rows where the first ones do not tell.
Recognition recognise(formats::TableReader& table, const Mapping& known = {},
                      const TableNames& names = {}, const PlaceLookup* places = nullptr);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "desks/movements/recognition.hpp"

// The part of recognition that is about activity sheets.
namespace tenpoint::movements {

// Whether the table tells who does what: as `known` says, else by its hashtags and headers.
// `decided`: `known` is the mapping of figures for all of its columns.
bool holds_activities(const ColumnLayout& layout, const Mapping& known, bool decided);

// Gives each column the meaning that `known` has for it, else its hashtag or its header. A column
// without a hashtag beside others that have one means only what no hashtag does.
void take_report_fields(Recognition& found, const std::vector<std::optional<ColumnMeaning>>& known);

// What must be there before anything can be read.
void find_activity_gaps(Recognition& found);

// What a mapping says of a column of an activity sheet, also in the words of figures: "period".
activities::ReportField report_field_of(const ColumnMeaning& meaning);

}  // namespace tenpoint::movements

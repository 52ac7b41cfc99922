// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.hpp"
#include "desks/movements/activity_reading.hpp"
#include "desks/movements/figure_explanation.hpp"
#include "desks/movements/reading.hpp"

namespace tenpoint::movements {

struct PreviewedFigure {
    Indicator indicator{};
    ListedObservation observation;
};

// What the first rows of a table become by a mapping, for whoever is still settling it.
struct Preview {
    ReadingSummary summary;  // of the rows that were looked at
    bool is_all = false;     // the table has no more rows
    std::vector<std::string> dimensions;
    std::vector<PreviewedFigure> figures;
    std::vector<activities::ActivityReport> reports;  // of an activity sheet, which has no figures
    Findings findings;
};

struct PreviewLimits {
    std::int64_t rows = 100;  // of the file, those above the header included
    std::size_t figures = 300;
    std::size_t findings = 300;
    std::size_t reports = 100;
};

// Reads as read_table does, and fails as it does, but keeps nothing and stops early.
Result<Preview> preview_table(formats::TableReader& table, const Mapping& mapping,
                              const PlaceLookup& places, const PreviewLimits& limits = {},
                              const TableNames& names = {}, const ReadingGround& ground = {});

// The same of an activity sheet.
Result<Preview> preview_activities(formats::TableReader& table, const Mapping& mapping,
                                   const activities::ReportGround& ground, const TableNames& names,
                                   const PreviewLimits& limits = {});

}  // namespace tenpoint::movements

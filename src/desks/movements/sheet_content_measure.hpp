// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desks/movements/sheet_content.hpp"
#include "desks/movements/sheet_content_collection.hpp"

namespace tenpoint::movements {

// The dates that a sheet is about, and those it compares with.
struct SheetDates {
    Stretch now;
    Stretch before;

    Stretch both() const { return {before.from, now.to}; }
};

// All that a sheet prints of one indicator at one place. Nothing where there are no figures of it,
// neither now nor before.
std::optional<SheetMeasure> collect_measure(const std::string& place, Indicator indicator,
                                            const SheetDates& dates, const SheetInputs& inputs);

// The accepted batches with figures of the indicator at the place; where `days` are given, with
// such that overlap them.
std::vector<AcceptedBatch> batches_behind(const Consolidation& consolidation,
                                          const std::string& place, Indicator indicator,
                                          const std::optional<Stretch>& days);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "base/finding.hpp"
#include "desks/movements/reading_plan.hpp"
#include "desks/movements/title_period.hpp"

namespace tenpoint::movements {

// What is to be said of a table's columns before its rows are read: ages that are none of our
// groups, ages that a spreadsheet turned into dates, totals that have no date, running totals
// that are left out, fiscal years, and the title that a date was taken from.
Findings remarks_on(std::span<const PlannedColumn> columns,
                    const std::optional<TitlePeriod>& title);

}  // namespace tenpoint::movements

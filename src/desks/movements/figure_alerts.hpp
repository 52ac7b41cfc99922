// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/enum.hpp>

#include "desks/movements/consolidation.hpp"

// Surges and drops of the agreed figures against what the season leads to expect.
namespace tenpoint::movements {

enum class AlertMethod {
    ears_c2,          // days and weeks, against the weeks before
    seasonal_median,  // months, against the same month of earlier years
};
BOOST_DESCRIBE_ENUM(AlertMethod, ears_c2, seasonal_median)

enum class AlertDirection { surge, drop };
BOOST_DESCRIBE_ENUM(AlertDirection, surge, drop)

// One period that is out of the ordinary.
struct AlertCause {
    Period period;
    std::int64_t count = 0;
    std::int64_t expected = 0;
    std::int64_t limit = 0;  // beyond which it is out of the ordinary
};

// Periods in a row that are out of the ordinary in the same direction.
struct Alert {
    Indicator indicator{};
    std::string place;
    AlertMethod method{};
    AlertDirection direction{};
    bool lasting = false;            // it holds at the end of what is known, not long ago
    std::vector<AlertCause> causes;  // in the order of time
};

struct AlertQuery {
    std::vector<Indicator> indicators{};  // empty: all
    std::vector<std::string> places{};    // codes; empty: all
    std::optional<Day> from{}, to{};      // of the last cause
    bool lasting = false;                 // only those that last
};

// What was out of the ordinary longer ago lasts no more, also where nothing is known since.
inline constexpr std::chrono::days longest_lasting{120};

// Those of the latest causes first. Days and weeks are judged by EARS C2 where the nine periods
// before have figures, months by a seasonal median where three earlier years, of the last ten,
// have one for the month; longer periods not at all, nor those in progress. Where sources are added
// up, a sum is held against sums of the same sources only. See aberration.hpp for both methods.
// They are the same for all who may ask.
std::vector<Alert> find_alerts(const Consolidation& consolidation, Day today);

// In the same order.
std::vector<Alert> those_sought(const std::vector<Alert>& alerts, const AlertQuery& query);

}  // namespace tenpoint::movements

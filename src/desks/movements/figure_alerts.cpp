// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_alerts.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include "desks/movements/aberration.hpp"
#include "desks/movements/consolidation_place.hpp"

namespace tenpoint::movements {
namespace {

constexpr int most_years_before = 10;

// The agreed figures of one length of period. Several of one period are those of a sum.
using Series = std::map<Period, std::int64_t>;

std::map<PeriodUnit, Series> series_of(const ConsolidatedPlace& place) {
    std::map<PeriodUnit, Series> series;
    for (const auto& [figure, choice, disagreement] : place.figures)
        if (!figure.rest) series[figure.period.unit()][figure.period] += figure.total;
    return series;
}

std::vector<double> periods_before(const Series& series, Period period) {
    std::vector<double> counts;
    for (std::size_t i = 0; i < ears_baseline + ears_lag; ++i) {
        period = period.previous();
        const auto found = series.find(period);
        if (found == series.end()) return {};
        counts.push_back(static_cast<double>(found->second));
    }
    std::ranges::reverse(counts);
    return counts;
}

std::vector<double> same_month_before(const Series& series, Period period) {
    std::vector<double> counts;
    for (int year = 0; year < most_years_before; ++year) {
        period = *period.year_before();
        if (const auto found = series.find(period); found != series.end())
            counts.push_back(static_cast<double>(found->second));
    }
    return counts;
}

std::optional<Expectation> expected_of(const Series& series, const Period& period) {
    if (period.unit() == PeriodUnit::month)
        return seasonal_median(same_month_before(series, period));
    return ears_c2(periods_before(series, period));
}

std::int64_t rounded(double count) {
    return std::llround(std::max(count, 0.0));
}

// Puts the alerts of one series behind the others.
void find_in(const Series& series, const Alert& subject, std::vector<Alert>& alerts) {
    std::optional<Period> last;  // that was out of the ordinary
    for (const auto& [period, count] : series) {
        const auto expected = expected_of(series, period);
        if (!expected) continue;
        const auto value = static_cast<double>(count);
        const bool surges = value > expected->upper();
        if (!surges && value >= expected->lower()) continue;
        const auto direction = surges ? AlertDirection::surge : AlertDirection::drop;
        if (!last || last->next() != period || alerts.back().direction != direction) {
            alerts.push_back(subject);
            alerts.back().direction = direction;
        }
        alerts.back().causes.push_back({period, count, rounded(expected->expected),
                                        rounded(surges ? expected->upper() : expected->lower())});
        last = period;
    }
    if (last && *last == series.rbegin()->first) alerts.back().lasting = true;
}

template <class T>
bool holds(const std::vector<T>& list, const T& item) {
    return list.empty() || std::ranges::find(list, item) != list.end();
}

bool is_sought(const Alert& alert, const AlertQuery& query) {
    const auto& last = alert.causes.back().period;
    return holds(query.indicators, alert.indicator) && holds(query.places, alert.place) &&
           (!query.lasting || alert.lasting) && (!query.from || *query.from <= last.last_day()) &&
           (!query.to || last.first_day() <= *query.to);
}

}  // namespace

std::vector<Alert> find_alerts(const Consolidation& consolidation) {
    std::vector<Alert> alerts;
    for (const auto& place : consolidation.places()) {
        const auto& input = place->input;
        for (const auto& [unit, series] : series_of(*place)) {
            if (unit > PeriodUnit::month) continue;
            const auto method =
                unit == PeriodUnit::month ? AlertMethod::seasonal_median : AlertMethod::ears_c2;
            find_in(series, {input.indicator, input.place, method, {}, false, {}}, alerts);
        }
    }
    std::ranges::stable_sort(alerts, std::ranges::greater{}, [](const Alert& alert) {
        return alert.causes.back().period.last_day();
    });
    return alerts;
}

std::vector<Alert> those_sought(const std::vector<Alert>& alerts, const AlertQuery& query) {
    std::vector<Alert> sought;
    std::ranges::copy_if(alerts, std::back_inserter(sought),
                         [&](const Alert& alert) { return is_sought(alert, query); });
    return sought;
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_alerts.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <span>

#include "desks/movements/aberration.hpp"
#include "desks/movements/asked_list.hpp"
#include "desks/movements/consolidation_place.hpp"

namespace tenpoint::movements {
namespace {

constexpr int most_years_before = 10;

struct Count {
    std::int64_t count = 0;
    std::set<std::uint32_t> added{};  // sources, where a rule adds them up
};

// The agreed figures of one length of period.
using Series = std::map<Period, Count>;

// Whether it may count some of its days only: it has not ended, or all that was said of it was said
// before its end.
bool is_in_progress(const ConsolidatedPlace& place, const SourceFigure& figure, Day today) {
    return figure.last >= today ||
           std::ranges::all_of(place.members_of(figure), [&](const Member& member) {
               const auto& as_of = place.batch(member).as_of;
               return as_of && *as_of < figure.last;
           });
}

// What is known of a place: its whole periods, and when the last of them ended.
struct KnownSeries {
    std::map<PeriodUnit, Series> series{};
    Day end{};
};

KnownSeries known_of(const ConsolidatedPlace& place, Day today) {
    const bool is_sum = place.input.rule && place.input.rule->method == RuleMethod::sum;
    KnownSeries known;
    for (const auto& [figure, choice, disagreement] : place.figures) {
        if (is_in_progress(place, figure, today)) continue;
        known.end = std::max(known.end, figure.last);
        if (figure.rest) continue;
        auto& [count, added] = known.series[figure.period.unit()][figure.period];
        count += figure.total;
        if (is_sum) added.insert(figure.source);
    }
    return known;
}

// The count that `sum` may be held against: a source that is missing makes no drop, a new one no
// surge.
std::optional<double> count_like(const Count& sum, const Series& series, const Period& period) {
    const auto found = series.find(period);
    if (found == series.end() || found->second.added != sum.added) return std::nullopt;
    return static_cast<double>(found->second.count);
}

std::vector<double> periods_before(const Series& series, Period period, const Count& judged) {
    std::vector<double> counts;
    for (std::size_t i = 0; i < ears_baseline + ears_lag; ++i) {
        period = period.previous();
        const auto count = count_like(judged, series, period);
        if (!count) return {};
        counts.push_back(*count);
    }
    std::ranges::reverse(counts);
    return counts;
}

std::vector<double> same_month_before(const Series& series, Period period, const Count& judged) {
    std::vector<double> counts;
    for (int year = 0; year < most_years_before; ++year) {
        period = *period.year_before();
        if (const auto count = count_like(judged, series, period)) counts.push_back(*count);
    }
    return counts;
}

std::optional<Expectation> expected_of(const Series& series, const Period& period,
                                       const Count& judged) {
    if (period.unit() == PeriodUnit::month)
        return seasonal_median(same_month_before(series, period, judged));
    return ears_c2(periods_before(series, period, judged));
}

std::int64_t rounded(double count) {
    return std::llround(std::max(count, 0.0));
}

// Puts the alerts of one series behind the others.
void find_in(const Series& series, const Alert& subject, std::vector<Alert>& alerts) {
    std::optional<Period> last;  // that was out of the ordinary
    for (const auto& [period, judged] : series) {
        const auto expected = expected_of(series, period, judged);
        if (!expected) continue;
        const auto value = static_cast<double>(judged.count);
        const bool surges = value > expected->upper();
        if (!surges && value >= expected->lower()) continue;
        const auto direction = surges ? AlertDirection::surge : AlertDirection::drop;
        if (!last || last->next() != period || alerts.back().direction != direction) {
            alerts.push_back(subject);
            alerts.back().direction = direction;
        }
        alerts.back().causes.push_back({period, judged.count, rounded(expected->expected),
                                        rounded(surges ? expected->upper() : expected->lower())});
        last = period;
    }
}

bool is_sought(const Alert& alert, const AlertQuery& query) {
    const auto& last = alert.causes.back().period;
    return asks_for(query.indicators, alert.indicator) && asks_for(query.places, alert.place) &&
           (!query.lasting || alert.lasting) && (!query.from || *query.from <= last.last_day()) &&
           (!query.to || last.first_day() <= *query.to);
}

}  // namespace

std::vector<Alert> find_alerts(const Consolidation& consolidation, Day today) {
    std::vector<Alert> alerts;
    for (const auto& place : consolidation.places()) {
        const auto& input = place->input;
        const auto known = known_of(*place, today);
        const auto first = alerts.size();
        for (const auto& [unit, series] : known.series) {
            if (unit > PeriodUnit::month) continue;
            const auto method =
                unit == PeriodUnit::month ? AlertMethod::seasonal_median : AlertMethod::ears_c2;
            find_in(series, {input.indicator, input.place, method, {}, false, {}}, alerts);
        }
        for (auto& alert : std::span(alerts).subspan(first))
            alert.lasting = alert.causes.back().period.last_day() == known.end &&
                            today - known.end <= longest_lasting;
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

// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_content_stretch.hpp"

#include <algorithm>
#include <chrono>

namespace tenpoint::movements {
namespace {

std::chrono::year_month month_of(Day day) {
    const std::chrono::year_month_day date{day};
    return date.year() / date.month();
}

}  // namespace

std::optional<int> whole_months(const Stretch& stretch) {
    const auto first = month_of(stretch.from);
    const auto behind = month_of(stretch.to + std::chrono::days{1});
    if (stretch.from != Day{first / 1} || stretch.to + std::chrono::days{1} != Day{behind / 1})
        return std::nullopt;
    return static_cast<int>((behind - first).count());
}

Stretch stretch_before(const Stretch& stretch) {
    const auto last = stretch.from - std::chrono::days{1};
    if (const auto length = whole_months(stretch))
        return {Day{(month_of(stretch.from) - std::chrono::months{*length}) / 1}, last};
    return {stretch.from - (stretch.to - stretch.from) - std::chrono::days{1}, last};
}

std::optional<Period> period_of(const Stretch& stretch) {
    for (const auto unit : {PeriodUnit::year, PeriodUnit::quarter, PeriodUnit::month,
                            PeriodUnit::week, PeriodUnit::day}) {
        const auto period = Period::containing(stretch.from, unit);
        if (stretch_of(period) == stretch) return period;
    }
    return std::nullopt;
}

std::vector<Stretch> gaps_in(const Stretch& stretch, std::vector<Stretch> covered) {
    std::ranges::sort(covered, {}, &Stretch::from);
    std::vector<Stretch> gaps;
    auto next = stretch.from;
    for (const auto& each : covered) {
        if (each.from > stretch.to) break;
        if (each.from > next) gaps.push_back({next, each.from - std::chrono::days{1}});
        next = std::max(next, each.to + std::chrono::days{1});
    }
    if (next <= stretch.to) gaps.push_back({next, stretch.to});
    return gaps;
}

}  // namespace tenpoint::movements

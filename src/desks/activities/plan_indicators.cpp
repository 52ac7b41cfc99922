// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/plan_indicators.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace tenpoint::activities {

void PlanIndicators::add(const PlanIndicator& indicator) {
    sectors_.insert(indicator.sector);
    indicators_.insert_or_assign({indicator.sector, folded(indicator.name)}, indicator);
}

const PlanIndicator* PlanIndicators::find(directory::Theme sector, std::string_view name) const {
    const auto found = indicators_.find({sector, folded(name)});
    return found == indicators_.end() ? nullptr : &found->second;
}

std::optional<directory::Theme> PlanIndicators::sector_of(std::string_view name) const {
    const auto found = std::ranges::find(
        indicators_, folded(name), [](const auto& indicator) { return indicator.first.second; });
    return found == indicators_.end() ? std::nullopt : std::optional(found->first.first);
}

PlanIndicators all_plan_indicators(const store::Snapshot& snapshot) {
    PlanIndicators indicators;
    for (const auto& [envelope, indicator] : snapshot.all<PlanIndicator>())
        indicators.add(indicator);
    return indicators;
}

}  // namespace tenpoint::activities

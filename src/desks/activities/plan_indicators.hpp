// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "desks/activities/plan_indicator.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::activities {

// The indicators of the response plan, by what sheets call them.
class PlanIndicators {
  public:
    void add(const PlanIndicator& indicator);

    // Whether the plan has indicators for the sector, so that a report must name one of them.
    bool knows(directory::Theme sector) const { return sectors_.contains(sector); }
    // Null where the sector has no indicator of that name.
    const PlanIndicator* find(directory::Theme sector, std::string_view name) const;
    // Of an indicator of that name, whatever its sector.
    std::optional<directory::Theme> sector_of(std::string_view name) const;

  private:
    std::set<directory::Theme> sectors_;
    std::map<std::pair<directory::Theme, std::string>, PlanIndicator> indicators_;  // folded name
};

// Those that whoever reads the snapshot may see.
PlanIndicators all_plan_indicators(const store::Snapshot& snapshot);

}  // namespace tenpoint::activities

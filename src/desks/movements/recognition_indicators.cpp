// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_indicators.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace tenpoint::movements {
namespace {

bool is_of_incidents(Indicator indicator) {
    return indicator == Indicator::death || indicator == Indicator::missing ||
           indicator == Indicator::death_and_missing || indicator == Indicator::survivor;
}

// As the yearly tables of UNHCR have them. Who arrived, is in need or was assisted is told by
// status as well, but rarely by the year.
bool are_populations(const std::set<Profile>& profiles) {
    return profiles.contains(Profile::refugee) && profiles.contains(Profile::asylum_seeker) &&
           (profiles.contains(Profile::stateless) || profiles.contains(Profile::of_concern) ||
            profiles.contains(Profile::in_need_of_protection));
}

}  // namespace

void settle_indicators(Recognition& found) {
    if (found.mapping.set.indicator) return;
    std::vector<RecognisedColumn*> open;
    std::set<Indicator> named;
    std::set<Profile> profiles;
    bool by_year = false;
    for (auto& column : found.columns) {
        if (column.field == Field::indicator) return;
        by_year = by_year || column.field == Field::year;
        if (column.field != Field::count) continue;
        const auto& set = column.set;
        if (set.indicator) {
            named.insert(*set.indicator);
        } else if (column.by != RecognisedBy::mapping && (set.sex || set.age || set.profile)) {
            open.push_back(&column);
            if (set.profile) profiles.insert(*set.profile);
        }
    }
    if (!named.empty() && std::ranges::all_of(named, is_of_incidents)) {
        const auto of = named.contains(Indicator::death_and_missing) ? Indicator::death_and_missing
                                                                     : Indicator::death;
        if (!named.contains(of)) return;
        for (auto* column : open)
            column->set.indicator = of;
    } else if (by_year && are_populations(profiles)) {
        for (auto* column : open)
            if (column->set.profile) column->set.indicator = Indicator::stay;
    }
}

}  // namespace tenpoint::movements

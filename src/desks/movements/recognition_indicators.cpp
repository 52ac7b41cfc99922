// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/recognition_indicators.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "desks/movements/recognition_words.hpp"

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

bool is_return(Indicator indicator) {
    return indicator == Indicator::return_received || indicator == Indicator::return_carried_out;
}

// "Nombre de retours" beside arrivals: neither they nor what holds for all rows are what it counts.
void settle_returns(Recognition& found) {
    const auto is_other = [](const std::optional<Indicator>& indicator) {
        return indicator && !is_return(*indicator);
    };
    const bool beside_others =
        is_other(found.mapping.set.indicator) ||
        std::ranges::any_of(found.columns, [&](const RecognisedColumn& column) {
            return column.field == Field::count && is_other(column.set.indicator);
        });
    if (!beside_others) return;
    for (auto& column : found.columns)
        if (column.field == Field::count && column.by == RecognisedBy::header &&
            !column.set.indicator && names_returns(column.header))
            column.set.indicator = Indicator::return_received;
}

}  // namespace

void settle_indicators(Recognition& found) {
    settle_returns(found);
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

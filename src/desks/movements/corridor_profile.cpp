// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/corridor_profile.hpp"

#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {

std::vector<CorridorPlace> corridor_profile(const Consolidation& consolidation,
                                            const std::vector<std::string>& places,
                                            const std::vector<Indicator>& indicators,
                                            std::optional<Day> from, std::optional<Day> to,
                                            PeriodUnit unit) {
    std::vector<CorridorPlace> profile;
    for (const auto& code : places) {
        auto& place = profile.emplace_back();
        place.place = code;
        for (const auto indicator : indicators) {
            FigureQuery query{.indicators = {indicator}, .places = {code}, .from = from, .to = to};
            const auto total = figures(consolidation, query).figures;
            if (total.empty()) continue;
            place.indicator = indicator;
            place.total = total.front().count;
            query.by = {Grouping::place, Grouping::period};
            query.period_unit = unit;
            place.series = figures(consolidation, query).figures;
            break;
        }
    }
    return profile;
}

}  // namespace tenpoint::movements

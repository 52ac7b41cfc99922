// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/corridor_profile.hpp"

#include <algorithm>

#include "desks/movements/figure_table.hpp"

namespace tenpoint::movements {

std::vector<CorridorPlace> corridor_profile(const Consolidation& consolidation,
                                            const std::vector<std::string>& places,
                                            const std::vector<Indicator>& indicators,
                                            const FigureQuery& asked) {
    std::vector<CorridorPlace> profile;
    for (const auto& code : places) {
        auto& place = profile.emplace_back();
        place.place = code;
        for (const auto indicator : indicators) {
            FigureQuery anybody{
                .indicators = {indicator}, .places = {code}, .from = asked.from, .to = asked.to};
            if (figures(consolidation, anybody).figures.empty()) continue;
            place.indicator = indicator;
            auto query = anybody;
            query.origins = asked.origins;
            query.period_unit = asked.period_unit;
            const auto total = figures(consolidation, query);
            place.origins_left_out = std::ranges::count(total.notes, "origins_left_out") > 0;
            if (!total.figures.empty())
                place.total = total.figures.front().count;
            else if (!place.origins_left_out)
                place.total = 0;
            query.by = {Grouping::place, Grouping::period};
            place.series = figures(consolidation, query).figures;
            place.sources = sources_behind(consolidation, query);
            break;
        }
    }
    return profile;
}

}  // namespace tenpoint::movements

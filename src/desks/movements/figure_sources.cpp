// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/figure_sources.hpp"

#include "desks/movements/figure_selection.hpp"

namespace tenpoint::movements {

std::map<std::optional<Period>, SourceSet> sources_behind(const Consolidation& consolidation,
                                                          const FigureQuery& query) {
    std::map<std::optional<Period>, SourceSet> behind;
    select_figures(consolidation, query,
                   [&](const ConsolidatedPlace&, const AgreedFigure& agreed, const FigureRow& row) {
                       behind[row.period].insert(agreed.figure.source);
                   });
    return behind;
}

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/figure_query.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Which figures a request asks for. Besides what a FigureQuery holds, figures may be narrowed to
// one sex, age group or profile; they are then grouped by it.
struct AskedFigures {
    movements::FigureQuery query;
    std::optional<movements::Sex> sex;
    std::optional<movements::AgeGroup> age;
    std::optional<movements::Profile> profile;

    bool includes(const movements::Figure& figure) const;
};
Result<AskedFigures> asked_figures(const Query& query);
std::vector<QueryParameter> figure_parameters();

// One figure that a request names by its coordinates, and the query whose table it is a row of: by
// the groupings in `by` and by each coordinate that is given, within `from` and `to`. In a table
// that is not grouped by origin, `origin` narrows it to one or several. `not_broken_down` names the
// row of what no source broke down.
struct NamedFigure {
    movements::FigureQuery query;
    movements::Figure figure;
};
Result<NamedFigure> named_figure(const Query& query);
std::vector<QueryParameter> coordinate_parameters();

}  // namespace tenpoint::web

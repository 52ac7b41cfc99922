// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>

#include "desks/movements/consolidation.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// Sources, as numbers that hold at one place and for one indicator.
using SourceSet = std::set<std::uint32_t>;

// Which sources stand behind the figures that `query` gives, by period where it groups by it. It
// asks for one indicator at one place. Two figures are compared only where the same sources stand
// behind both: another source's count tells nothing of how the first one's moved.
std::map<std::optional<Period>, SourceSet> sources_behind(const Consolidation& consolidation,
                                                          const FigureQuery& query);

}  // namespace tenpoint::movements

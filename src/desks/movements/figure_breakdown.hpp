// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "desks/movements/consolidation_source.hpp"
#include "desks/movements/figure_query.hpp"

namespace tenpoint::movements {

// How one agreed figure is broken down as asked.
struct FigureBreakdown {
    std::int64_t total = 0;            // of the origins asked for
    std::int64_t broken_down = 0;      // of it, in the cells of `part`
    std::optional<SourcePart> part{};  // nothing: no breakdown has any dimension asked for
    Pattern told = 0;                  // those of the dimensions asked for that `part` has
    bool origin_unknown = false;       // origins were asked for, and no breakdown tells them

    std::int64_t rest() const { return total - broken_down; }
};

// Lets the cells of some origins pass, of any batch.
class OriginFilter {
  public:
    explicit OriginFilter(const std::vector<std::string>& origins) : origins_(origins) {}

    bool passes_all() const { return origins_.empty(); }

    // Whether each origin passes, by the summary's codes.
    const std::vector<bool>& of(const BatchSummary& summary);

    std::int64_t sum_over(const BatchSummary& summary, const SummaryPart& part);

  private:
    const std::vector<std::string>& origins_;
    std::unordered_map<const BatchSummary*, std::vector<bool>> by_summary_;
};

// Breaks a figure down by the dimensions of `asked`, over the origins that pass: by that breakdown
// of the source that has them, adds up, and is the finest in age; else by the one that accounts for
// the most people, but never for more than the figure. Where none has them all, by one that has the
// most of them.
FigureBreakdown break_down(const ConsolidatedPlace& place, const SourceFigure& figure,
                           Pattern asked, OriginFilter& origins);

}  // namespace tenpoint::movements

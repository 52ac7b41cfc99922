// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "desks/movements/consolidation_pattern.hpp"

namespace tenpoint::movements {

// The sum of the observations of a batch that agree in everything, extra dimensions with blanks
// included.
struct FineCell {
    std::uint64_t group = 0;  // indicator, place, period; equal for those of one group
    Breakdown breakdown = 0;
    std::uint32_t combination = 0;  // of words of extra dimensions
    std::uint32_t observations = 0;
    std::int64_t count = 0;
};

// Many files leave a cell blank where the row is the total of its siblings: the row without a
// nationality below those with one. Whether blanks of a dimension are totals or people of whom the
// source does not know is decided once for the whole file: they are totals if in at least 9 of 10
// groups that hold both they equal the sum of the others, and there are at least 3 such groups. In
// fewer they do in all, some of several siblings, and are no small number that may be chance.
//
// What an extra dimension has as `all`, the file itself calls a total. It is one if in at least 9
// of 10 groups siblings stand beside it, whatever they add up to. `cells` are in the order of their
// groups; `combinations[c]` holds the words of the extra dimensions `extras`, in their order.
BlankTotals find_blank_totals(std::span<const FineCell> cells,
                              std::span<const std::vector<Code>> combinations,
                              std::span<const std::size_t> extras);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "desks/movements/consolidation_summary.hpp"

namespace tenpoint::movements {

// Files state some people only by a coarse breakdown and others only by a finer one: "women 10,
// men 12, children 5" has children by age, but adults by sex and age. Neither part is the total of
// the other; by age there are 5 children and, added up, 22 adults.
//
// So each part is completed with what finer parts of the same group say of values that it does not
// have itself, broad ages covering narrow ones and "others" (OOO) covering every origin. A stated
// part whose completion adds something is marked incomplete, and a part not stated, but complete,
// is put beside it. Of several finer parts that have a value the highest is taken.
// `others` is the summary's code of OOO, code_all where it has none.
void complete_parts(std::vector<SummaryPart>& parts, std::vector<SummaryCell>& cells,
                    std::size_t first_part, Code others);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "desks/movements/consolidation.hpp"
#include "desks/people_counted.hpp"

namespace tenpoint::movements {

// Whom the agreed figures count where in the months of [from, to], altogether and by profile. They
// are the same for every reader. Longer periods than a month say nothing of any of its months, and
// detections and deaths count nobody who needs something.
std::vector<desks::PeopleCounted> people_counted(const Consolidation& joint, Day from, Day to);

}  // namespace tenpoint::movements

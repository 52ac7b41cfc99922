// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/recognition.hpp"

namespace tenpoint::movements {

// What counts count that say only whom, where the counts beside them tell. Women and children
// beside the dead and missing of an incident are of those; refugees beside asylum-seekers and
// stateless persons, by year, are people present, as UNHCR counts them. Returns beside arrivals are
// returns received.
void settle_indicators(Recognition& found);

}  // namespace tenpoint::movements

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/coverage/kept_responses.hpp"
#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Gaps and overlaps on a day, since when each is there, and how many there were month by month.
Routes concern_routes(store::Store& store, movements::JointFigures& figures,
                      coverage::KeptResponses& responses);

}  // namespace tenpoint::web

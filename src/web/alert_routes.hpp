// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Surges and drops of the joint figures, which are the same for every reader.
Routes alert_routes(movements::JointFigures& figures);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Surges and drops of the joint figures, which are the same for every reader.
Routes alert_routes(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

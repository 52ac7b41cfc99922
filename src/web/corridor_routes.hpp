// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// A corridor's places side by side over time; they are compared, never added.
Routes corridor_routes(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

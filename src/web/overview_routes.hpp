// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// The first page: what needs the reader today.
Routes overview_routes(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// What is done with a batch: look at its findings and its effect, decide on it, take its file away.
Routes batch_routes(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Where sources disagree, and what each says beside the others over time. That they disagree is
// told to every reader; a source that the reader may not know of is told without its name and,
// unless it is chosen, its count.
Routes disagreement_routes(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

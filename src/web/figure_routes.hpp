// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Joint figures and what each was made from. Figures are the same for every reader; a contribution
// of a batch that the reader may not see is shown without its batch and source.
Routes figure_routes(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

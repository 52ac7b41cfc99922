// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/movements/joint_figures.hpp"
#include "store/store.hpp"
#include "web/collection_routes.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Joint information sheets: as they would be printed today, printing, and editions as printed.
Routes sheet_routes(store::Store& store, movements::JointFigures& figures);

// Tells of each edition whether the figures it printed are others today: `changed`.
CollectionExtras sheet_extras(store::Store& store, movements::JointFigures& figures);

}  // namespace tenpoint::web

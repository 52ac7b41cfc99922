// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// What can be done with arrangements beside keeping them: who chairs, a replica elsewhere, the next
// phase, the adoption of their actions.
Routes arrangement_routes(store::Store& store);

}  // namespace tenpoint::web

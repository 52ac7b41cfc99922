// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// What the next chair of an arrangement needs, on paper.
Routes hand_over_routes(store::Store& store);

}  // namespace tenpoint::web

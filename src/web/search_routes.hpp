// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Full-text search over everything that the principal may read.
Routes search_routes(store::Store& store);

}  // namespace tenpoint::web

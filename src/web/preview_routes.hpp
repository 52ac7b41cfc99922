// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// What helps whoever settles the meaning of a kept file's columns: its first rows as a mapping
// reads them, and the texts of one column.
Routes preview_routes(store::Store& store);

}  // namespace tenpoint::web

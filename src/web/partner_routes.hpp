// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/collection_routes.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// No two partners are called the same (desks/directory/partner_names.hpp).
CollectionExtras partner_extras();

// What can be done with partners beside keeping them: merging one that was entered twice.
Routes partner_routes(store::Store& store);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/collection_routes.hpp"

namespace tenpoint::web {

// `expiring=true`: of which somebody must know today that they expire, or have expired.
CollectionExtras agreement_extras(const store::Store& store);

// `places` and `points`: those that name one of several; `within`: those of an arrangement and its
// groups.
CollectionExtras action_extras();

}  // namespace tenpoint::web

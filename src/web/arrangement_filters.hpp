// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/collection_routes.hpp"

namespace tenpoint::web {

// What belongs to an arrangement becomes as narrow as that is made
// (desks/arrangements/openness.hpp).
CollectionExtras arrangement_extras();

// No membership stands twice.
CollectionExtras membership_extras();

// `expiring=true`: of which somebody must know today that they expire, or have expired.
CollectionExtras agreement_extras(const store::Store& store);

// `places` and `points`: those that name one of several; `within`: those of an arrangement and its
// groups.
CollectionExtras action_extras();

}  // namespace tenpoint::web

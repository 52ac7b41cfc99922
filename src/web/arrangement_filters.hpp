// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/collection_routes.hpp"

namespace tenpoint::web {

// `expiring=true`: of which somebody must know today that they expire, or have expired.
CollectionExtras agreement_extras(const store::Store& store);

}  // namespace tenpoint::web

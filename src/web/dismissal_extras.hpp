// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/collection_routes.hpp"

namespace tenpoint::web {

// A dismissal tells whoever may read it that there is a concern: it is for no more than may read
// what the concern rests on.
CollectionExtras dismissal_extras();

}  // namespace tenpoint::web

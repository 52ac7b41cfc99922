// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/collection_routes.hpp"

namespace tenpoint::web {

// A source is not ruled to stand twice for the same place, indicator and dates: whoever withdrew
// one of both would change nothing.
CollectionExtras ruling_extras();

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// The days on which actions are due and agreements expire, as a calendar that other programs
// subscribe to.
Routes calendar_routes(store::Store& store);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/coverage/kept_responses.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// Who does what where: as a list, and as partners against places or against points and sectors.
Routes doing_routes(store::Store& store, coverage::KeptResponses& responses);

}  // namespace tenpoint::web

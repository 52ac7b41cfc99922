// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/coverage/kept_responses.hpp"
#include "store/store.hpp"
#include "web/route.hpp"

namespace tenpoint::web {

// How many people a response reached, consolidated out of the activity reports.
Routes reach_routes(store::Store& store, coverage::KeptResponses& responses);

}  // namespace tenpoint::web

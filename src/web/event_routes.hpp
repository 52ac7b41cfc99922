// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/change_bell.hpp"
#include "web/event_streams.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// GET /api/events: the journal as it grows, to whoever may read the records, as server-sent events.
Routes event_routes(store::Store& store, Sessions& sessions, EventStreams& streams);

}  // namespace tenpoint::web

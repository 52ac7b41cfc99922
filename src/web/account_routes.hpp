// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// What somebody looks after about the own account: password, second factor, sessions, tokens. Only
// in a session: no token of the API opens these.
Routes account_routes(store::Store& store, Sessions& sessions);

// The same for the second factor alone.
Routes second_factor_routes(store::Store& store, Sessions& sessions);

// What administrators do to others' accounts beside changing their records: end their sessions and
// tokens, and remove a second factor that was lost.
Routes account_keeping_routes(store::Store& store);

}  // namespace tenpoint::web

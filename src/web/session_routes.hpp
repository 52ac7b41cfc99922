// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// Signing in and out.
Routes session_routes(store::Store& store, Sessions& sessions);

}  // namespace tenpoint::web

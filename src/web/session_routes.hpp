// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "store/store.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// Whether the program lives, and signing in and out.
Routes session_routes(store::Store& store, Sessions& sessions, std::string version);

}  // namespace tenpoint::web

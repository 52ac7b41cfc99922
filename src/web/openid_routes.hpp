// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "openid/provider.hpp"
#include "store/store.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// Where the provider sends the browser back to: a page of the interface, which hands over what came
// with it, so that it can say in words why somebody is not let in.
inline constexpr std::string_view openid_return_path = "/sign_in/openid";

// Signing in through the node's OpenID Connect provider. It proves what a password proves; an
// account with a second factor asks for that as well. Without a provider (null) the routes are
// there and say so.
Routes openid_routes(store::Store& store, Sessions& sessions, openid::Provider* provider);

}  // namespace tenpoint::web

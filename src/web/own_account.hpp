// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the routes over the own account share.

#include <functional>
#include <string>
#include <string_view>

#include "store/store.hpp"
#include "web/route.hpp"
#include "web/sessions.hpp"

namespace tenpoint::web {

// Accounts are the administrators' to keep, so that the program itself acts for their owners.
const access::Principal& program();

Route own_account_route(Method method, std::string path, std::string_view name);

// The route's body holds a password, which takes long to check and may be wrong.
void takes_password(Route& route);

// Runs `work` where `password` is that of who asks; else fails with `wrong_credentials`, at the
// pace of signing in, as whoever found an open session might guess.
Result<Response> with_own_password(store::Store& store, Sessions& sessions, const Request& request,
                                   const std::string& password,
                                   const std::function<Result<Response>()>& work);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/collection_routes.hpp"

namespace tenpoint::web {

// A user's password is written as `password` and never read; what is kept of it is its hash. A new
// one, disabling the account, closing it to the provider, or another identity there ends its
// sessions.
CollectionExtras user_extras();

}  // namespace tenpoint::web

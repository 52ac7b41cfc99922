// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "desks/directory/user.hpp"
#include "openid/identity.hpp"
#include "store/store.hpp"

namespace tenpoint::web {

// Whose account the provider may open. None is made: an administrator allows it for an account and
// gives its e-mail address, or the identity itself. The first sign-in with that address, verified
// by the provider, binds the account to the subject; from then on the subject alone counts,
// whatever becomes of the address.

// Gives the e-mail address of whom the provider vouches for, if it has verified one.
using AskForEmail = std::function<Result<std::string>()>;

// Fails with `openid_unknown_account` where there is none, or it is disabled; else as
// `ask_for_email` does, which is asked only where the identity is not known yet.
Result<Id> account_of(store::Store& store, const openid::Identity& identity,
                      const AskForEmail& ask_for_email);

// Whether the account, as it is now, is open to the identity (Identity::text()).
bool is_open_to(const directory::User& user, const std::string& identity);

}  // namespace tenpoint::web

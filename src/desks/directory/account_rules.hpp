// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "desks/directory/user.hpp"
#include "store/snapshot.hpp"

// What is asked of an account beside what its kind says. What was there before and stays as it was
// is not asked again.
namespace tenpoint::directory {

// Refuses a name that an account newly takes and by which people would take it for another: by
// `invalid_fields` one with characters that nobody sees, by `already_exists` one that looks like
// another account's. Refuses by `invalid_fields` that the last administrator who can sign in, by a
// password or a provider, ceases to be one. The id of a new account is empty.
Result<void> check_account(const store::Snapshot& snapshot, const User& user, const Id& id);
// The same where that administrator's account is to be removed, or erased with its ways in.
Result<void> check_end(const store::Snapshot& snapshot, const Id& id);

}  // namespace tenpoint::directory

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "access/principal.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "desks/directory/user.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

namespace tenpoint::directory {

struct NewAccount {
    std::string name;
    Id partner;
    access::Role role = access::Role::reader;
    Language language = Language::en;
    std::string password;
};

// The account as it is to be kept, its name without blanks at its ends. The password is hashed,
// which takes long, so it is made before the write. Fails with `invalid_fields` on "/password"
// where that is too short.
Result<User> make_account(const NewAccount& account);

// Keeps it, in a write that may keep something else with it. Fails as check_account does
// (account_rules.hpp), or with `already_exists`.
Result<record::Record<User>> keep_account(store::Transaction& transaction, const User& user);

// Both. Fails as they do.
Result<record::Record<User>> add_account(store::Store& store, const access::Principal& principal,
                                         const NewAccount& account);

// Fails with `invalid_fields` on "/password" for a password that is too short, blanks at
// its ends not counted.
Result<void> check_new_password(std::string_view password);

// Stores a changed account. A new password, an account that is disabled, or one that the provider
// may open no more ends its sessions and tokens in the same transaction: whoever got in that way is
// out.
Result<record::Record<User>> change_account(store::Transaction& transaction,
                                            const record::Record<User>& changed);

// Whether the sessions and tokens of an account must end with that change.
bool ends_access(const User& before, const User& after);

// Of a word that is known to be a role.
access::Role role_from_word(const std::string& word);

}  // namespace tenpoint::directory

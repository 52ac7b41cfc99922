// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "access/principal.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "desks/directory/user.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

namespace tenpoint::app {

struct NewAccount {
    std::string name;
    Id partner;
    access::Role role = access::Role::reader;
    Language language = Language::en;
    std::string password;
};

inline constexpr std::size_t least_password_length = 8;

// Fails with `invalid_fields` on "/password" where it is too short, or `already_exists`.
Result<record::Record<directory::User>> add_account(store::Store& store,
                                                    const access::Principal& principal,
                                                    const NewAccount& account);

// Of a word that is known to be a role.
access::Role role_from_word(const std::string& word);

}  // namespace tenpoint::app

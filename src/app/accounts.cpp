// SPDX-License-Identifier: Apache-2.0
#include "app/accounts.hpp"

#include <boost/describe/enum_from_string.hpp>

#include "web/password.hpp"

namespace tenpoint::app {

Result<record::Record<directory::User>> add_account(store::Store& store,
                                                    const access::Principal& principal,
                                                    const NewAccount& account) {
    if (account.password.size() < least_password_length)
        return Problem{ProblemCode::invalid_fields,
                       "password",
                       {{"/password", "too_short", {std::to_string(least_password_length)}}}};
    const directory::User user{account.name, {account.partner},
                               account.role, account.language,
                               false,        web::hash_password(account.password)};
    return store.write(principal, [&](store::Transaction& transaction) {
        return transaction.insert(user, {account.partner});
    });
}

access::Role role_from_word(const std::string& word) {
    access::Role role{};
    boost::describe::enum_from_string(word.c_str(), role);
    return role;
}

}  // namespace tenpoint::app

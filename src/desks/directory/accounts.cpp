// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/accounts.hpp"

#include <boost/describe/enum_from_string.hpp>

#include "base/text.hpp"
#include "desks/directory/account_rules.hpp"
#include "desks/directory/password.hpp"

namespace tenpoint::directory {

Result<void> check_new_password(std::string_view password) {
    if (character_count(trimmed(password)) >= least_password_length) return {};
    return Problem{ProblemCode::invalid_fields,
                   "password",
                   {{"/password", "too_short", {std::to_string(least_password_length)}}}};
}

Result<User> make_account(const NewAccount& account) {
    TENPOINT_CHECK(check_new_password(account.password));
    User user;
    user.name = trimmed(account.name);
    user.partner = {account.partner};
    user.role = account.role;
    user.language = account.language;
    user.password_hash = hash_password(account.password);
    return user;
}

Result<record::Record<User>> keep_account(store::Transaction& transaction, const User& user) {
    TENPOINT_CHECK(check_account(transaction, user, Id{}));
    return transaction.insert(user, {user.partner.id});
}

Result<record::Record<User>> add_account(store::Store& store, const access::Principal& principal,
                                         const NewAccount& account) {
    TENPOINT_TRY(user, make_account(account));
    return store.write(principal, [&](store::Transaction& transaction) {
        return keep_account(transaction, user);
    });
}

bool ends_access(const User& before, const User& after) {
    return after.disabled || before.password_hash != after.password_hash ||
           (before.openid_allowed && !after.openid_allowed) ||
           (before.openid_identity && before.openid_identity != after.openid_identity);
}

Result<record::Record<User>> change_account(store::Transaction& transaction,
                                            const record::Record<User>& changed) {
    TENPOINT_TRY(before, transaction.get<User>(changed.envelope.id));
    TENPOINT_TRY(after, transaction.update(changed));
    if (ends_access(before.value, after.value))
        transaction.credentials().end_access(after.envelope.id);
    return std::move(after);
}

access::Role role_from_word(const std::string& word) {
    access::Role role{};
    boost::describe::enum_from_string(word.c_str(), role);
    return role;
}

}  // namespace tenpoint::directory

// SPDX-License-Identifier: Apache-2.0
#include "web/openid_accounts.hpp"

#include <algorithm>
#include <iterator>

#include "web/own_account.hpp"

namespace tenpoint::web {
namespace {

using directory::User;
using Accounts = std::vector<record::Record<User>>;

Problem unknown(std::string_view why) {
    return {ProblemCode::openid_unknown_account, std::string(why)};
}

Accounts accounts_with(const store::Snapshot& snapshot, std::string_view member,
                       const std::string& value) {
    store::ListQuery query;
    query.equal.emplace(member, value);
    return snapshot.all<User>(query);
}

// The account that is bound to the identity, if there is one; it may not be open any more.
Result<std::optional<Id>> bound_account(const store::Snapshot& snapshot,
                                        const openid::Identity& identity) {
    const auto bound = accounts_with(snapshot, "openid_identity", identity.text());
    if (bound.empty()) return std::optional<Id>{};
    if (bound.size() > 1) return unknown("several accounts of one identity");
    const auto& user = bound.front().value;
    if (user.disabled || !is_open_to(user, identity.text()))
        return unknown("the account is closed");
    return std::optional(bound.front().envelope.id);
}

std::string in_lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

// As the provider writes it, or in lower case. Where several wait under one address it cannot be
// said whose the identity is.
Result<record::Record<User>> waiting_account(const store::Snapshot& snapshot,
                                             const std::string& email) {
    auto found = accounts_with(snapshot, "email", email);
    if (const auto lower = in_lower_case(email); lower != email)
        std::ranges::move(accounts_with(snapshot, "email", lower), std::back_inserter(found));
    std::erase_if(found, [](const auto& account) {
        const auto& user = account.value;
        return user.disabled || !user.openid_allowed || user.openid_identity;
    });
    if (found.size() != 1) return unknown("no account, or several, wait for the address");
    return std::move(found.front());
}

}  // namespace

bool is_open_to(const User& user, const std::string& identity) {
    return user.openid_allowed && user.openid_identity == identity;
}

Result<Id> account_of(store::Store& store, const openid::Identity& identity,
                      const AskForEmail& ask_for_email) {
    TENPOINT_TRY(bound, store.read(program(), [&](const store::Snapshot& snapshot) {
        return bound_account(snapshot, identity);
    }));
    if (bound) return *bound;
    TENPOINT_TRY(email, ask_for_email());
    if (email.empty()) return unknown("no verified address");
    return store.write(program(), [&](store::Transaction& transaction) -> Result<Id> {
        TENPOINT_TRY(meanwhile, bound_account(transaction, identity));
        if (meanwhile) return *meanwhile;
        TENPOINT_TRY(account, waiting_account(transaction, email));
        account.value.openid_identity = identity.text();
        TENPOINT_CHECK(transaction.update(account, "bind"));
        return account.envelope.id;
    });
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/account_rules.hpp"

#include <algorithm>

#include "base/look_alike.hpp"

namespace tenpoint::directory {
namespace {

Result<void> check_new_name(const store::Snapshot& whole, const std::string& name, const Id& id) {
    if (has_unseen(name))
        return Problem{ProblemCode::invalid_fields, "account", {{"/name", "unseen_character"}}};
    const auto look = look_of(name);
    for (const auto& [envelope, other] : whole.all<User>()) {
        if (envelope.id == id || other.name == name) continue;  // that says the database
        if (look_of(other.name) == look)
            return Problem{ProblemCode::already_exists,
                           "account",
                           {{"/name", "looks_like_another", {other.name}}}};
    }
    return {};
}

bool administers(const User& user) {
    return user.role == access::Role::administrator && !user.disabled;
}

// Without one nobody could give the role to anybody, but for the command line.
Result<void> keep_an_administrator(const store::Snapshot& whole, const User& user, const Id& id) {
    const auto accounts = whole.all<User>();
    const bool another = std::ranges::any_of(accounts, [&](const record::Record<User>& other) {
        return other.envelope.id != id && administers(other.value);
    });
    if (another) return {};
    return Problem{ProblemCode::invalid_fields,
                   "account",
                   {{user.disabled ? "/disabled" : "/role", "last_administrator"}}};
}

}  // namespace

Result<void> check_account(const store::Snapshot& snapshot, const User& user, const Id& id) {
    const auto whole = snapshot.as_the_node();
    const auto before = whole.get<User>(id);
    if (!before || before->value.name != user.name)
        TENPOINT_CHECK(check_new_name(whole, user.name, id));
    if (before && administers(before->value) && !administers(user))
        return keep_an_administrator(whole, user, id);
    return {};
}

}  // namespace tenpoint::directory

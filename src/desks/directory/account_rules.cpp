// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/account_rules.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

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
    const auto is_filled = [](const std::optional<std::string>& text) {
        return text && !text->empty();
    };
    const bool is_known_elsewhere =
        user.openid_allowed && (is_filled(user.openid_identity) || is_filled(user.email));
    return user.role == access::Role::administrator && !user.disabled &&
           (!user.password_hash.empty() || is_known_elsewhere);
}

// What of the account makes an administrator no longer one.
std::string_view lacking(const User& user) {
    if (user.disabled) return "/disabled";
    if (user.role != access::Role::administrator) return "/role";
    return user.openid_allowed ? "/email" : "/openid_allowed";
}

// Without one nobody could give the role to anybody, but for the command line.
Result<void> keep_an_administrator(const store::Snapshot& whole, const Id& id,
                                   std::string_view field) {
    const auto accounts = whole.all<User>();
    const bool another = std::ranges::any_of(accounts, [&](const record::Record<User>& other) {
        return other.envelope.id != id && administers(other.value);
    });
    if (another) return {};
    return Problem{
        ProblemCode::invalid_fields, "account", {{std::string(field), "last_administrator"}}};
}

}  // namespace

Result<void> check_account(const store::Snapshot& snapshot, const User& user, const Id& id) {
    const auto whole = snapshot.as_the_node();
    const auto before = whole.get<User>(id);
    if (!before || before->value.name != user.name)
        TENPOINT_CHECK(check_new_name(whole, user.name, id));
    if (before && administers(before->value) && !administers(user))
        return keep_an_administrator(whole, id, lacking(user));
    return {};
}

Result<void> check_end(const store::Snapshot& snapshot, const Id& id) {
    const auto whole = snapshot.as_the_node();
    const auto before = whole.get<User>(id);
    if (before && administers(before->value)) return keep_an_administrator(whole, id, "/role");
    return {};
}

}  // namespace tenpoint::directory

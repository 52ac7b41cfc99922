// SPDX-License-Identifier: Apache-2.0
#include "web/user_extras.hpp"

#include "desks/directory/account_rules.hpp"
#include "desks/directory/accounts.hpp"
#include "desks/directory/password.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::User;

namespace {

using PutSecrets = std::function<void(record::StoredRow&)>;

// The hash of a password that is to be set; nothing where none is.
Result<std::optional<std::string>> take_password(json::object& body) {
    const auto* value = body.if_contains("password");
    if (!value) return std::optional<std::string>{};
    const auto* text = value->if_string();
    if (!text) return Problem{ProblemCode::invalid_fields, "password", {{"/password", "not_text"}}};
    TENPOINT_CHECK(directory::check_new_password(std::string_view(*text)));
    auto hash = directory::hash_password(std::string_view(*text));
    body.erase("password");
    return std::optional(std::move(hash));
}

// Whoever closes an account to the provider and says nothing of its identity there has that
// forgotten: allowed anew, it begins with the e-mail address again.
bool forgets_identity(const json::object& body) {
    const auto* allowed = body.if_contains("openid_allowed");
    return allowed && allowed->is_bool() && !allowed->get_bool() &&
           !body.contains("openid_identity");
}

Result<PutSecrets> take_secrets(json::object& body) {
    TENPOINT_TRY(hash, take_password(body));
    const bool forgets = forgets_identity(body);
    return PutSecrets{[hash = std::move(hash), forgets](record::StoredRow& row) {
        auto user = record::from_row<User>(row);
        if (hash) user.password_hash = *hash;
        if (forgets || user.openid_identity == "") user.openid_identity.reset();
        row = record::to_row(user);
    }};
}

void end_access(store::Transaction& transaction, const store::Found& before,
                const store::Found& after) {
    if (directory::ends_access(record::from_row<User>(before.row),
                               record::from_row<User>(after.row)))
        transaction.credentials().end_access(after.envelope.id);
}

}  // namespace

CollectionExtras user_extras() {
    CollectionExtras extras;
    extras.take_secrets = take_secrets;
    extras.check = [](const store::Snapshot& snapshot, const record::StoredRow& row, const Id& id) {
        return directory::check_account(snapshot, record::from_row<User>(row), id);
    };
    extras.check_end = directory::check_end;
    extras.changed = end_access;
    extras.only_in_session = true;
    extras.body_properties = {{"password",
                               {{"type", "string"},
                                {"format", "password"},
                                {"minLength", directory::least_password_length},
                                {"writeOnly", true}}}};
    return extras;
}

}  // namespace tenpoint::web

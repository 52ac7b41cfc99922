// SPDX-License-Identifier: Apache-2.0
#include "web/user_extras.hpp"

#include "desks/directory/accounts.hpp"
#include "desks/directory/password.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::User;

namespace {

using PutSecrets = std::function<void(record::StoredRow&)>;

Result<PutSecrets> take_password(json::object& body) {
    const auto* value = body.if_contains("password");
    if (!value) return PutSecrets{};
    const auto* text = value->if_string();
    if (!text) return Problem{ProblemCode::invalid_fields, "password", {{"/password", "not_text"}}};
    TENPOINT_CHECK(directory::check_new_password(std::string_view(*text)));
    auto hash = directory::hash_password(std::string_view(*text));
    body.erase("password");
    return PutSecrets{[hash = std::move(hash)](record::StoredRow& row) {
        auto user = record::from_row<User>(row);
        user.password_hash = hash;
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
    extras.take_secrets = take_password;
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

// SPDX-License-Identifier: Apache-2.0
#include "web/user_extras.hpp"

#include "desks/directory/user.hpp"
#include "web/password.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::User;

namespace {

using PutSecrets = std::function<void(record::StoredRow&)>;

Result<PutSecrets> take_password(json::object& body) {
    const auto* value = body.if_contains("password");
    if (!value) return PutSecrets{};
    const auto refuse = [](std::string code, std::vector<std::string> arguments = {}) {
        return Problem{ProblemCode::invalid_fields,
                       "password",
                       {{"/password", std::move(code), std::move(arguments)}}};
    };
    const auto* text = value->if_string();
    if (!text) return refuse("not_text");
    if (text->size() < least_password_length)
        return refuse("too_short", {std::to_string(least_password_length)});
    auto hash = hash_password(std::string_view(*text));
    body.erase("password");
    return PutSecrets{[hash = std::move(hash)](record::StoredRow& row) {
        auto user = record::from_row<User>(row);
        user.password_hash = hash;
        row = record::to_row(user);
    }};
}

}  // namespace

CollectionExtras user_extras() {
    CollectionExtras extras;
    extras.take_secrets = take_password;
    extras.body_properties = {{"password",
                               {{"type", "string"},
                                {"format", "password"},
                                {"minLength", least_password_length},
                                {"writeOnly", true}}}};
    return extras;
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/user.hpp"
#include "web/account_routes.hpp"
#include "web/own_account.hpp"
#include "web/query_values.hpp"

namespace tenpoint::web {
namespace {

using Act = void (*)(store::Credentials, const Id& account);

void sign_out(store::Credentials credentials, const Id& account) {
    credentials.drop_sign_ins(account);
    credentials.drop_tokens(account);
}

void remove_second_factor(store::Credentials credentials, const Id& account) {
    credentials.drop_second_factor(account);
}

// Whoever may not read accounts finds none.
Result<Response> act_on_account(store::Store& store, const Request& request, Act act) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_CHECK(
        store.write(request.principal, [&](store::Transaction& transaction) -> Result<void> {
            TENPOINT_TRY(user, transaction.get<directory::User>(id));
            act(transaction.credentials(), user.envelope.id);
            return {};
        }));
    return empty_response();
}

}  // namespace

Routes account_keeping_routes(store::Store& store) {
    const auto make = [&store](std::string path, std::string_view name, Act act) {
        auto made = own_account_route(Method::post, std::move(path), name);
        made.operation.tag = "users";
        made.operation.statuses = {204};
        made.answer = [&store, act](Request& request) {
            return act_on_account(store, request, act);
        };
        return made;
    };
    return {
        make("/api/users/{id}/sign_out", "sign_out_user", sign_out),
        make("/api/users/{id}/remove_second_factor", "remove_second_factor", remove_second_factor)};
}

}  // namespace tenpoint::web

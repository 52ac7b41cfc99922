// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/user.hpp"
#include "web/account_routes.hpp"
#include "web/own_account.hpp"
#include "web/query_values.hpp"

namespace tenpoint::web {
namespace {

struct Act {
    std::string_view verb;  // in the account's history
    void (*run)(store::Credentials, const Id& account);
    bool may_be_own = true;
};

constexpr Act sign_out{"sign_out", [](store::Credentials credentials, const Id& account) {
                           credentials.end_access(account);
                       }};

// One's own is removed on the account's page, which asks for the password.
constexpr Act remove_second_factor{"remove_second_factor",
                                   [](store::Credentials credentials, const Id& account) {
                                       credentials.drop_second_factor(account);
                                   },
                                   false};

// Whoever may not read accounts finds none.
Result<Response> act_on_account(store::Store& store, const Request& request, const Act& act) {
    TENPOINT_TRY(id, path_id(request));
    if (id == request.principal.user && !act.may_be_own) return Problem{ProblemCode::forbidden};
    const auto work = [&](store::Transaction& transaction) -> Result<void> {
        TENPOINT_TRY(user, transaction.get<directory::User>(id));
        TENPOINT_CHECK(transaction.update(user, act.verb));
        act.run(transaction.credentials(), id);
        return {};
    };
    TENPOINT_CHECK(store.write(request.principal, work));
    return empty_response();
}

}  // namespace

Routes account_keeping_routes(store::Store& store) {
    const auto make = [&store](std::string path, std::string_view name, const Act& act) {
        auto made = own_account_route(Method::post, std::move(path), name);
        made.operation.tag = "users";
        made.operation.statuses = {204};
        made.operation.problems = {ProblemCode::forbidden};
        made.answer = [&store, &act](Request& request) {
            return act_on_account(store, request, act);
        };
        return made;
    };
    return {
        make("/api/users/{id}/sign_out", "sign_out_user", sign_out),
        make("/api/users/{id}/remove_second_factor", "remove_second_factor", remove_second_factor)};
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/own_account.hpp"

#include "desks/directory/password.hpp"
#include "desks/directory/user.hpp"
#include "web/paced_answer.hpp"

namespace tenpoint::web {

const access::Principal& program() {
    static const auto principal = access::Principal::local_administrator("tenpoint");
    return principal;
}

Route own_account_route(Method method, std::string path, std::string_view name) {
    Route made;
    made.method = method;
    made.path = std::move(path);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "account";
    made.only_in_session = true;
    return made;
}

void takes_password(Route& route) {
    using enum ProblemCode;
    route.body = BodySort::json;
    route.body_limit = 4096;
    route.takes_turns = true;
    route.operation.statuses = {204};
    route.operation.problems = {wrong_credentials, too_many_requests, server_busy};
}

Result<Response> with_own_password(store::Store& store, Sessions& sessions, const Request& request,
                                   const std::string& password,
                                   const std::function<Result<Response>()>& work) {
    TENPOINT_TRY(user, store.read(program(), [&](const store::Snapshot& snapshot) {
        return snapshot.get<directory::User>(request.principal.user);
    }));
    return answer_at_pace(sessions.pace(), request, user.value.name, [&]() -> Result<Response> {
        if (!directory::is_password(password, user.value.password_hash))
            return Problem{ProblemCode::wrong_credentials, "own password"};
        return work();
    });
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/session_routes.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/object.hpp>

#include "access/principal.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/user.hpp"
#include "web/json_body.hpp"
#include "web/paced_answer.hpp"
#include "web/schemas.hpp"
#include "web/while_gone.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

using directory::Partner;
using directory::User;

// Who is signed in, as the browser wants to know it.
Result<json::object> describe_session(store::Store& store, const Id& account,
                                      std::string_view token) {
    const auto program = access::Principal::local_administrator("tenpoint");
    return store.read(program, [&](const store::Snapshot& snapshot) -> Result<json::object> {
        TENPOINT_TRY(user, snapshot.get<User>(account));
        TENPOINT_TRY(partner, snapshot.get<Partner>(user.value.partner.id));
        return json::object{
            {"user", {{"id", account.text}, {"name", user.value.name}}},
            {"partner", {{"id", partner.envelope.id.text}, {"name", partner.value.name}}},
            {"role", boost::describe::enum_to_string(user.value.role, "")},
            {"language", to_word(user.value.language)},
            {"csrf", Sessions::csrf_token(token)}};
    });
}

Result<Response> open_session(store::Store& store, Sessions& sessions, const Request& request,
                              const std::string& name, const std::string& password,
                              const std::string& code) {
    const SignInProof proof{code, std::string(request.headers.get("User-Agent"))};
    TENPOINT_TRY(token, sessions.sign_in(name, password, proof, while_gone(request)));
    const auto principal = sessions.find(token, while_gone(request));
    if (!principal) return Problem{ProblemCode::wrong_credentials, "disabled meanwhile"};
    TENPOINT_TRY(session, describe_session(store, principal->user, token));
    auto response = json_response(session);
    response.headers.set("Set-Cookie", Sessions::set_cookie(token, request.is_secure));
    return response;
}

Result<Response> sign_in(store::Store& store, Sessions& sessions, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto name = body.text("name", true);
    const auto password = body.text("password", true);
    const auto code = body.text("code", false);
    TENPOINT_CHECK(body.done());
    return answer_at_pace(sessions.pace(), request, name, [&] {
        return open_session(store, sessions, request, name, password, code);
    });
}

json::object session_schema() {
    const auto named = object_schema({{"id", id_schema()}, {"name", text_schema()}});
    return object_schema({{"user", named},
                          {"partner", named},
                          {"role", choice_schema_of<access::Role>()},
                          {"csrf", text_schema()},
                          {"language", choice_schema_of<Language>()}});
}

}  // namespace

Routes session_routes(store::Store& store, Sessions& sessions) {
    Routes routes;
    routes.push_back({
        .method = Method::get,
        .path = "/api/session",
        .answer = [&store](Request& request) -> Result<Response> {
            TENPOINT_TRY(session,
                         describe_session(store, request.principal.user, request.session_token));
            return json_response(session);
        },
        .operation = {.id = "get_session",
                      .summary = "get_session",
                      .tag = "session",
                      .answer = session_schema()},
    });
    routes.push_back({
        .method = Method::post,
        .path = "/api/session",
        .answer = [&store,
                   &sessions](Request& request) { return sign_in(store, sessions, request); },
        .operation =
            {.id = "sign_in",
             .summary = "sign_in",
             .tag = "session",
             .request = object_schema(
                 {{"name", text_schema()}, {"password", text_schema()}, {"code", text_schema()}},
                 {"code"}),
             .answer = session_schema(),
             .problems = {ProblemCode::wrong_credentials, ProblemCode::second_factor_required,
                          ProblemCode::wrong_second_factor, ProblemCode::too_many_requests,
                          ProblemCode::server_busy}},
        .audience = Audience::everybody,
        .body = BodySort::json,
        .takes_turns = true,
        .body_limit = 4096,
    });
    routes.push_back({
        .method = Method::remove,
        .path = "/api/session",
        .answer = [&sessions](Request& request) -> Result<Response> {
            sessions.sign_out(request.session_token);
            auto response = empty_response();
            response.headers.set("Set-Cookie", Sessions::clear_cookie(request.is_secure));
            return response;
        },
        .operation = {.id = "sign_out", .summary = "sign_out", .tag = "session", .statuses = {204}},
    });
    return routes;
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/account_routes.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>

#include "base/hash.hpp"
#include "desks/directory/accounts.hpp"
#include "desks/directory/password.hpp"
#include "web/json_body.hpp"
#include "web/optional_json.hpp"
#include "web/own_account.hpp"
#include "web/query_values.hpp"
#include "web/schemas.hpp"

namespace tenpoint::web {

namespace json = boost::json;
using directory::User;
using store::TokenScope;

namespace {

json::object session_json(const store::SignIn& sign_in, const std::string& present) {
    return {{"created_at", to_text(sign_in.created_at)},
            {"expires_at", to_text(sign_in.expires_at)},
            {"agent", sign_in.agent},
            {"is_present", sign_in.token_hash == present}};
}

json::object token_json(const store::ApiToken& token) {
    return {{"id", token.id.text},
            {"name", token.name},
            {"scope", boost::describe::enum_to_string(token.scope, "")},
            {"created_at", to_text(token.created_at)},
            {"expires_at", to_text(token.expires_at)},
            {"used_at", or_null(token.used_at)}};
}

Result<Response> get_account(store::Store& store, const Request& request) {
    const auto& account = request.principal.user;
    const auto present = hash_of(request.session_token);
    return store.read(request.principal, [&](const store::Snapshot& snapshot) -> Result<Response> {
        const auto credentials = snapshot.credentials();
        const auto factor = credentials.second_factor(account);
        json::array sessions;
        for (const auto& sign_in : credentials.sign_ins(account))
            if (store.clock().now() <= sign_in.expires_at)
                sessions.push_back(session_json(sign_in, present));
        json::array tokens;
        for (const auto& token : credentials.tokens(account))
            tokens.push_back(token_json(token));
        return json_response({{"second_factor", factor && factor->confirmed},
                              {"recovery_codes", credentials.recovery_codes(account)},
                              {"sessions", std::move(sessions)},
                              {"tokens", std::move(tokens)}});
    });
}

// Whoever knew the old password is out; the session in which it was changed goes on.
Result<Response> change_password(store::Store& store, Sessions& sessions, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto current = body.text("current", true);
    const auto password = body.text("password", true);
    TENPOINT_CHECK(body.done());
    TENPOINT_CHECK(directory::check_new_password(password));
    return with_own_password(store, sessions, request, current, [&]() -> Result<Response> {
        const auto hash = directory::hash_password(password);
        const auto change = [&](store::Transaction& transaction) -> Result<void> {
            TENPOINT_TRY(user, transaction.get<User>(request.principal.user));
            user.value.password_hash = hash;
            TENPOINT_CHECK(transaction.update(user));
            transaction.credentials().end_access(user.envelope.id, hash_of(request.session_token));
            return {};
        };
        TENPOINT_CHECK(store.write(program(), change));
        return empty_response();
    });
}

Result<Response> sign_out_everywhere(store::Store& store, const Request& request) {
    TENPOINT_CHECK(
        store.write(request.principal, [&](store::Transaction& transaction) -> Result<void> {
            transaction.credentials().end_access(request.principal.user);
            return {};
        }));
    auto response = empty_response();
    response.headers.set("Set-Cookie", Sessions::clear_cookie(request.is_secure));
    return response;
}

Result<Response> make_token(Sessions& sessions, const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto name = body.text("name", true, 100);
    const auto scope = body.choice<TokenScope>("scope");
    const auto days = body.number("days", 1, ApiTokens::most_days);
    TENPOINT_CHECK(body.done());
    TENPOINT_TRY(issued, sessions.tokens().issue(request.principal.user, name, scope, days));
    auto answer = token_json(issued.kept);
    answer["token"] = issued.token;
    return json_response(answer, 201);
}

Result<Response> drop_token(store::Store& store, const Request& request) {
    TENPOINT_TRY(id, path_id(request));
    TENPOINT_CHECK(
        store.write(request.principal, [&](store::Transaction& transaction) -> Result<void> {
            if (transaction.credentials().drop_token(request.principal.user, id)) return {};
            return Problem{ProblemCode::not_found, "token"};
        }));
    return empty_response();
}

json::object token_members() {
    return {{"id", id_schema()},
            {"name", text_schema()},
            {"scope", choice_schema_of<TokenScope>()},
            {"created_at", time_schema()},
            {"expires_at", time_schema()},
            {"used_at", nullable(time_schema())}};
}

json::object account_schema() {
    const auto session = object_schema({{"created_at", time_schema()},
                                        {"expires_at", time_schema()},
                                        {"agent", text_schema()},
                                        {"is_present", flag_schema()}});
    return object_schema({{"second_factor", flag_schema()},
                          {"recovery_codes", number_schema()},
                          {"sessions", list_schema(session)},
                          {"tokens", list_schema(object_schema(token_members()))}});
}

}  // namespace

Routes account_routes(store::Store& store, Sessions& sessions) {
    using enum ProblemCode;
    auto account = own_account_route(Method::get, "/api/account", "get_account");
    account.operation.answer = account_schema();
    account.answer = [&store](Request& request) { return get_account(store, request); };

    auto password = own_account_route(Method::post, "/api/account/password", "change_password");
    password.operation.request =
        object_schema({{"current", text_schema()}, {"password", text_schema()}});
    takes_password(password);
    password.answer = [&store, &sessions](Request& request) {
        return change_password(store, sessions, request);
    };

    auto everywhere =
        own_account_route(Method::post, "/api/account/sign_out", "sign_out_everywhere");
    everywhere.operation.statuses = {204};
    everywhere.answer = [&store](Request& request) { return sign_out_everywhere(store, request); };

    auto make = own_account_route(Method::post, "/api/account/tokens", "make_token");
    make.operation.request = object_schema({{"name", text_schema()},
                                            {"scope", choice_schema_of<TokenScope>()},
                                            {"days", number_schema()}});
    auto issued = token_members();
    issued["token"] = text_schema();
    make.operation.answer = object_schema(std::move(issued));
    make.operation.statuses = {201};
    make.body = BodySort::json;
    make.answer = [&sessions](Request& request) { return make_token(sessions, request); };

    auto drop = own_account_route(Method::remove, "/api/account/tokens/{id}", "drop_token");
    drop.operation.statuses = {204};
    drop.answer = [&store](Request& request) { return drop_token(store, request); };
    return {account, password, everywhere, make, drop};
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/openid_routes.hpp"

#include <algorithm>
#include <memory>

#include <spdlog/spdlog.h>

#include "base/log_text.hpp"
#include "web/json_body.hpp"
#include "web/openid_accounts.hpp"
#include "web/openid_cookie.hpp"
#include "web/paced_answer.hpp"
#include "web/schemas.hpp"
#include "web/while_gone.hpp"

namespace tenpoint::web {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_return = 1000;
constexpr std::size_t longest_code = 8000;  // no standard has a limit; some are a few thousand long
constexpr std::size_t longest_word = 1000;

// What the routes share.
struct Desk {
    store::Store& store;
    Sessions& sessions;
    openid::Provider* provider;
    OpenidCookie cookie;

    Desk(store::Store& of_store, Sessions& of_sessions, openid::Provider* of_provider)
        : store(of_store), sessions(of_sessions), provider(of_provider), cookie(of_store) {}

    Result<Response> begin(const Request& request);
    Result<Response> finish(const Request& request);
    Result<Response> confirm(const Request& request);

  private:
    Result<OpenidCookie::Vouched> vouched_for(const OpenidCookie::Begun& begun,
                                              const std::string& code, const std::string& issuer);
    Result<Response> finish_begun(const Request& request, const OpenidCookie::Begun& begun,
                                  const std::string& code, const std::string& issuer);
    Result<Response> open(const Request& request, const OpenidCookie::Vouched& vouched,
                          const std::string& code);
};

// A path of ours that no browser takes for another site's, as it does "//example.org", and
// "/\example.org", and either with a tab within.
bool is_own_path(std::string_view address) {
    const auto misleads = [](unsigned char c) { return c <= ' ' || c == 127 || c == '\\'; };
    return address.starts_with('/') && !address.starts_with("//") &&
           std::ranges::none_of(address, misleads);
}

// Tells the operator why; to the person it is told in general.
Problem noted(Problem problem) {
    if (http_status(problem.code) < 500)
        spdlog::warn("event=openid_not_let_in problem={} reason={}", to_word(problem.code),
                     log_text(problem.detail));
    return problem;
}

json::object return_schema() {
    return object_schema({{"return_to", text_schema()}});
}

Result<Response> Desk::begin(const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    auto return_to = body.text("return_to", false, longest_return);
    TENPOINT_CHECK(body.done());
    if (return_to.empty()) return_to = "/";
    if (!is_own_path(return_to))
        return Problem{ProblemCode::invalid_fields, "return", {{"/return_to", "not_on_this_site"}}};
    if (!provider) return Problem{ProblemCode::not_found, "no provider"};
    const auto attempt = openid::Attempt::make(store.randomness());
    TENPOINT_TRY(address, provider->sign_in_address(attempt, request.language));
    auto response = json_response({{"address", address}});
    cookie.set(response, request, OpenidCookie::Begun{attempt, return_to});
    return response;
}

Result<Response> Desk::finish(const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto state = body.text("state", true, longest_word);
    const auto code = body.text("code", false, longest_code);
    const auto error = body.text("error", false, longest_word);
    const auto issuer = body.text("iss", false, longest_word);
    TENPOINT_CHECK(body.done());
    if (!provider) return Problem{ProblemCode::not_found, "no provider"};
    // Made up, it would cost the provider a question each.
    return answer_at_pace(sessions.pace(), request, "openid " + request.address,
                          [&]() -> Result<Response> {
                              auto begun = cookie.take_begun(request, state);
                              if (!begun) return noted(begun.error());
                              if (error == "access_denied")
                                  return noted({ProblemCode::openid_cancelled, error});
                              if (!error.empty() || code.empty())
                                  return noted({ProblemCode::openid_refused, "no code"});
                              return finish_begun(request, *begun, code, issuer);
                          });
}

Result<Response> Desk::finish_begun(const Request& request, const OpenidCookie::Begun& begun,
                                    const std::string& code, const std::string& issuer) {
    auto vouched = vouched_for(begun, code, issuer);
    if (!vouched) return noted(vouched.error());
    auto opened = open(request, *vouched, {});
    if (opened || opened.error().code != ProblemCode::second_factor_required) return opened;
    auto response = problem_response(opened.error(), request.language);
    cookie.set(response, request, *vouched);
    return response;
}

// Whoever has no account is told who he is at the provider, so that an administrator can enter it;
// nobody else is.
Result<OpenidCookie::Vouched> Desk::vouched_for(const OpenidCookie::Begun& begun,
                                                const std::string& code,
                                                const std::string& issuer) {
    TENPOINT_TRY(redeemed, provider->redeem(begun.attempt, code, issuer));
    const auto identity = redeemed.identity.text();
    auto account =
        account_of(store, redeemed.identity, [&] { return provider->verified_email(redeemed); });
    if (account) return OpenidCookie::Vouched{*account, identity, begun.return_to};
    auto problem = account.error();
    if (problem.code == ProblemCode::openid_unknown_account)
        problem.fields = {{"/openid_identity", "identity_to_hand_on", {identity}}};
    return problem;
}

Result<Response> Desk::confirm(const Request& request) {
    TENPOINT_TRY(object, read_json(request));
    BodyReader body(object);
    const auto code = body.text("code", true, longest_word);
    TENPOINT_CHECK(body.done());
    if (!provider) return Problem{ProblemCode::not_found, "no provider"};
    TENPOINT_TRY(vouched, cookie.vouched(request));
    return answer_at_pace(sessions.pace(), request, vouched.account.text,
                          [&] { return open(request, vouched, code); });
}

Result<Response> Desk::open(const Request& request, const OpenidCookie::Vouched& vouched,
                            const std::string& code) {
    const SignInProof proof{code, std::string(request.headers.get("User-Agent"))};
    const auto is_still_so = [&](const directory::User& present) {
        return is_open_to(present, vouched.identity);
    };
    const auto token = sessions.open(vouched.account, proof, is_still_so, while_gone(request));
    if (!token && token.error().code == ProblemCode::wrong_credentials)
        return Problem{ProblemCode::openid_unknown_account, "closed meanwhile"};
    if (!token) return token.error();
    auto response = json_response({{"return_to", vouched.return_to}});
    response.headers.add("Set-Cookie", Sessions::set_cookie(*token, request.is_secure));
    OpenidCookie::clear(response, request);
    return response;
}

Route everybodys_route(Method method, std::string path, std::string_view name) {
    Route made;
    made.method = method;
    made.path = std::move(path);
    made.operation.id = name;
    made.operation.summary = name;
    made.operation.tag = "session";
    made.audience = Audience::everybody;
    if (method == Method::post) made.body = BodySort::json;
    return made;
}

Route get_provider(const openid::Provider* provider) {
    auto route = everybodys_route(Method::get, "/api/session/openid", "get_openid");
    route.operation.answer = object_schema({{"name", nullable(text_schema())}});
    route.answer = [provider](Request&) -> Result<Response> {
        return json_response({{"name", provider ? json::value(provider->name()) : nullptr}});
    };
    return route;
}

}  // namespace

Routes openid_routes(store::Store& store, Sessions& sessions, openid::Provider* provider) {
    using enum ProblemCode;
    const auto desk = std::make_shared<Desk>(store, sessions, provider);
    auto begin = everybodys_route(Method::post, "/api/session/openid", "begin_openid");
    begin.operation.request = object_schema({{"return_to", text_schema()}}, {"return_to"});
    begin.operation.answer = object_schema({{"address", text_schema()}});
    begin.operation.problems = {not_found, openid_unreachable, too_many_requests, server_busy};
    begin.asks_elsewhere = true;
    begin.body_limit = 4096;
    begin.answer = [desk](Request& request) { return desk->begin(request); };

    auto finish = everybodys_route(Method::post, "/api/session/openid/finish", "finish_openid");
    finish.operation.request = object_schema({{"state", text_schema()},
                                              {"code", text_schema()},
                                              {"error", text_schema()},
                                              {"iss", text_schema()}},
                                             {"code", "error", "iss"});
    finish.operation.answer = return_schema();
    finish.operation.problems = {
        not_found,          openid_cancelled,       openid_refused,    openid_unknown_account,
        openid_unreachable, second_factor_required, too_many_requests, server_busy};
    finish.asks_elsewhere = true;
    finish.body_limit = 16 * 1024;
    finish.answer = [desk](Request& request) { return desk->finish(request); };

    auto confirm = everybodys_route(Method::post, "/api/session/openid/confirm", "confirm_openid");
    confirm.operation.request = object_schema({{"code", text_schema()}});
    confirm.operation.answer = return_schema();
    confirm.operation.problems = {not_found,           openid_refused,    openid_unknown_account,
                                  wrong_second_factor, too_many_requests, server_busy};
    confirm.takes_turns = true;
    confirm.body_limit = 4096;
    confirm.answer = [desk](Request& request) { return desk->confirm(request); };
    return {get_provider(provider), begin, finish, confirm};
}

}  // namespace tenpoint::web

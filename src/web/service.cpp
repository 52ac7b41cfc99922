// SPDX-License-Identifier: Apache-2.0
#include "web/service.hpp"

#include <algorithm>
#include <exception>

#include <spdlog/spdlog.h>

#include "base/log_text.hpp"
#include "web/compression.hpp"
#include "web/header_values.hpp"
#include "web/while_gone.hpp"

namespace tenpoint::web {
namespace {

// Everything but the API and the metrics is the interface's; of the addresses of the API, the page
// that describes it.
bool is_page(const Request& request) {
    const auto& segments = request.target.segments;
    if (segments == std::vector<std::string>{"api", "docs"}) return true;
    return segments.empty() || (segments.front() != "api" && segments.front() != "metrics");
}

// Whoever signs in is nobody yet, and would share his rate with all strangers behind his address,
// who could so keep him out. Sign-ins wait in a queue of their own and are slowed by SignInPace.
bool has_pace_of_its_own(const Route* route) {
    return route && (route->takes_turns || route->asks_elsewhere) &&
           route->audience == Audience::everybody;
}

// The parameters must be those that the route names, each once.
Result<void> check_query(const Route& route, const Query& query) {
    std::vector<FieldProblem> problems;
    for (const auto& [name, value] : query) {
        const auto known = std::ranges::find(route.query, name, &QueryParameter::name);
        if (known == route.query.end())
            problems.push_back({"/" + name, "unknown_field"});
        else if (query.count(name) > 1)
            problems.push_back({"/" + name, "repeated"});
    }
    for (const auto& parameter : route.query)
        if (parameter.required && query.count(parameter.name) == 0)
            problems.push_back({"/" + parameter.name, "required"});
    if (problems.empty()) return {};
    return Problem{ProblemCode::invalid_query, route.path, problems};
}

// Only this content type may come, which a foreign site cannot send without asking (CORS).
Result<void> check_content_type(const Route& route, const Headers& headers) {
    const auto type = media_type_of(headers.get("Content-Type"));
    if (route.body == BodySort::json && type != "application/json" &&
        type != "application/merge-patch+json")
        return Problem{ProblemCode::unsupported_media_type, type};
    if (route.body == BodySort::file && type != "application/octet-stream")
        return Problem{ProblemCode::unsupported_media_type, type};
    return {};
}

// What every answer says to the browser; an answer may have set a policy of its own.
void add_security_headers(Headers& headers) {
    const auto set_if_missing = [&](std::string_view name, std::string_view value) {
        if (!headers.find(name)) headers.set(name, std::string(value));
    };
    set_if_missing("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    set_if_missing("X-Content-Type-Options", "nosniff");
    set_if_missing("Referrer-Policy", "same-origin");
    set_if_missing("Cross-Origin-Resource-Policy", "same-origin");
    set_if_missing("Cache-Control", "no-store");
}

}  // namespace

Service::Service(Routes routes, Sessions& sessions, const StaticFiles& files, RateLimiter& rates)
    : router_(std::move(routes)), sessions_(sessions), files_(files), rates_(rates) {}

// A program shows a token instead of a session. Where everybody may ask, a token is something else,
// such as that of the metrics.
Service::Shown Service::shown_by(const Request& request) {
    const bool is_open = request.route && request.route->audience == Audience::everybody;
    const auto authorization = request.headers.get("Authorization");
    if (const auto token = bearer_token(authorization); token && !is_open)
        return {.api_token = std::string(*token)};
    if (request.route && request.route->takes_basic)
        if (auto password = basic_password(authorization))
            return {.api_token = std::move(*password)};
    return {.session =
                find_cookie(request.headers.get("Cookie"), Sessions::cookie_name).value_or("")};
}

std::optional<store::TokenScope> Service::identify(Request& request, const Shown& shown) {
    if (!shown.api_token.empty()) {
        auto bearer = sessions_.tokens().find(shown.api_token, while_gone(request));
        if (!bearer) return std::nullopt;
        request.principal = std::move(bearer->principal);
        request.api_token = shown.api_token;
        return bearer->scope;
    }
    if (shown.session.empty()) return std::nullopt;
    auto principal = sessions_.find(shown.session, while_gone(request));
    if (!principal) return std::nullopt;
    request.principal = std::move(*principal);
    request.session_token = shown.session;
    return std::nullopt;
}

// Not a browser at one of our pages: it would ask for the account's own password, which opens
// nothing here. Calendar programs that are built on one say what they fetch too, but not from here.
bool Service::can_ask_for_password(const Request& request) {
    const auto& headers = request.headers;
    return request.route && request.route->takes_basic &&
           !find_cookie(headers.get("Cookie"), Sessions::cookie_name) &&
           headers.get("Sec-Fetch-Mode") != "navigate" &&
           headers.get("Sec-Fetch-Site") != "same-origin";
}

std::optional<Response> Service::limit(const Request& request, const std::string& who) const {
    const auto wait = rates_.refuse(who);
    if (!wait) return std::nullopt;
    auto refusal = refuse(request, {ProblemCode::too_many_requests});
    refusal.headers.set("Retry-After", std::to_string(wait->count()));
    return refusal;
}

// Tokens that are made up must not cost a look-up each: an address has a rate for those that nobody
// has seen yet, which whoever is at work behind it does not need. Then an account has its rate
// wherever it asks from; whoever has none shares that of the address.
std::optional<Response> Service::recognise(Request& request,
                                           std::optional<store::TokenScope>& scope) {
    if (request.route && request.route->is_unrated) return std::nullopt;
    if (has_pace_of_its_own(request.route)) {
        if (!request.route->asks_elsewhere) return std::nullopt;
        return limit(request, "elsewhere " + request.address);  // and no other is used up by it
    }
    const auto shown = shown_by(request);
    const auto token = shown.api_token.empty() ? shown.session : shown.api_token;
    if (!token.empty() && !known_.contains(token))
        if (auto refusal = limit(request, "tokens " + request.address)) return refusal;
    scope = identify(request, shown);
    const auto& user = request.principal.user;
    if (!token.empty()) known_.note(token, !user.empty());
    return limit(request, user.empty() ? request.address : user.text);
}

// Whose session or token is not good any more, and who is to hear of it instead of being told what
// the public is.
bool Service::was_signed_in(const Request& request) {
    const auto& headers = request.headers;
    return headers.find("Authorization") || headers.find("X-Tenpoint-Csrf") ||
           headers.get("Sec-Fetch-Site") == "same-origin" ||  // by a link on one of our pages
           find_cookie(headers.get("Cookie"), Sessions::cookie_name);
}

// A foreign page can make a browser send a session's cookie, but neither a token of the API nor the
// CSRF token.
Result<void> Service::check_account(const Request& request,
                                    std::optional<store::TokenScope> scope) {
    using enum store::TokenScope;
    const auto& route = *request.route;
    const bool changes = changes_something(request.method);
    if (route.audience == Audience::everybody) return {};
    if (scope) {
        const bool in_scope = !changes || scope == write || (scope == import && route.for_imports);
        if (!in_scope || route.only_in_session) return Problem{ProblemCode::forbidden, "scope"};
        return {};
    }
    if (request.session_token.empty()) {
        if (route.audience == Audience::public_too && !was_signed_in(request)) return {};
        return Problem{ProblemCode::unauthorized};
    }
    if (changes &&
        !Sessions::is_csrf_token(request.headers.get("X-Tenpoint-Csrf"), request.session_token))
        return Problem{ProblemCode::csrf_token_missing};
    return {};
}

std::optional<Response> Service::admit(Request& request) try {
    request.language = preferred_language(request.headers.get("Accept-Language"));
    if (is_page(request)) {
        if (request.method == Method::get) return std::nullopt;
        auto refusal = refuse(request, {ProblemCode::method_not_allowed});
        refusal.headers.set("Allow", "GET, HEAD");
        return refusal;
    }
    auto match = router_.match(request.method, request.target.segments);
    request.route = match.route;
    request.parameters = std::move(match.parameters);
    std::optional<store::TokenScope> scope;
    if (auto refusal = recognise(request, scope)) return refusal;
    if (!match.route) {
        if (match.allowed.empty()) return refuse(request, {ProblemCode::not_found});
        auto refusal = refuse(request, {ProblemCode::method_not_allowed});
        refusal.headers.set("Allow", match.allowed);
        return refusal;
    }
    const auto checked = [&]() -> Result<void> {
        TENPOINT_CHECK(check_account(request, scope));
        if (match.route->admits) TENPOINT_CHECK(match.route->admits(request.principal));
        TENPOINT_CHECK(check_query(*request.route, request.target.query));
        return check_content_type(*request.route, request.headers);
    }();
    if (!checked) return refuse(request, checked.error());
    return std::nullopt;
} catch (const ProblemException& error) {  // of the database, which does not say who asks
    return refuse(request, error.problem());
} catch (const std::exception& error) {
    spdlog::error("event=admission_failed request={} error={}", request.number,
                  log_text(error.what()));
    return refuse(request, {ProblemCode::internal_error});
}

Response Service::answer(Request& request) try {
    if (!request.route) return finish(request, files_.answer(request));
    auto answered = request.route->answer(request);
    if (!answered) return refuse(request, answered.error());
    if (const auto session =
            find_cookie(answered->headers.get("Set-Cookie"), Sessions::cookie_name))
        known_.note(*session, true);  // has just signed in
    return finish(request, std::move(*answered));
} catch (const std::exception& error) {
    spdlog::error("event=answer_failed request={} route={} error={}", request.number,
                  request.route ? request.route->path : "page", log_text(error.what()));
    return refuse(request, {ProblemCode::internal_error});
}

Response Service::refuse(const Request& request, const Problem& problem) const {
    if (http_status(problem.code) >= 500)
        spdlog::error("event=refused request={} problem={} where={}:{} error={}", request.number,
                      to_word(problem.code), problem.where.file_name(), problem.where.line(),
                      log_text(problem.detail));
    auto response = problem_response(problem, request.language);
    if (problem.code == ProblemCode::unauthorized && can_ask_for_password(request))
        response.headers.set("WWW-Authenticate", R"(Basic realm="Tenpoint", charset="UTF-8")");
    return finish(request, std::move(response));
}

Response Service::finish(const Request& request, Response response) const {
    add_security_headers(response.headers);
    if (request.is_secure) response.headers.set("Strict-Transport-Security", "max-age=31536000");
    response.headers.set("X-Request-Id", request.number);
    compress(request.headers.get("Accept-Encoding"), response);
    return response;
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "web/known_tokens.hpp"
#include "web/rate_limiter.hpp"
#include "web/router.hpp"
#include "web/sessions.hpp"
#include "web/static_files.hpp"

namespace tenpoint::web {

// What a request passes through on its way to a route's function and back: routing, session or
// token, rate, CSRF token, parameters; problems, exceptions, compression, security headers. Knows
// no network. May be called from many threads.
class Service {
  public:
    // All but the routes outlive it.
    Service(Routes routes, Sessions& sessions, const StaticFiles& files, RateLimiter& rates);

    // Judges a request by its header alone, before its body is read: an answer is a refusal, and
    // the body need not be read. Fills in the request's route, parameters, language and principal.
    std::optional<Response> admit(Request& request);

    // Answers a request that was admitted and whose body was read.
    Response answer(Request& request);

    // The answer to a request that ended in a problem on the way here, such as a body too large.
    Response refuse(const Request& request, const Problem& problem) const;

    const Router& router() const { return router_; }

  private:
    // What the request's header shows of who asks; empty: nothing.
    struct Shown {
        std::string_view session{};
        std::string api_token{};
    };
    static Shown shown_by(const Request& request);
    // Who asks, into the request; gives what a token of the API is good for.
    std::optional<store::TokenScope> identify(Request& request, const Shown& shown);
    // The same at the rates that its token, account or address has; an answer is a refusal.
    std::optional<Response> recognise(Request& request, std::optional<store::TokenScope>& scope);
    std::optional<Response> limit(const Request& request, const std::string& who) const;
    static bool was_signed_in(const Request& request);
    static bool can_ask_for_password(const Request& request);
    static Result<void> check_account(const Request& request,
                                      std::optional<store::TokenScope> scope);
    Response finish(const Request& request, Response response) const;

    Router router_;
    Sessions& sessions_;
    const StaticFiles& files_;
    RateLimiter& rates_;
    KnownTokens known_;
};

}  // namespace tenpoint::web

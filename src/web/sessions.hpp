// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "access/principal.hpp"
#include "base/remembered.hpp"
#include "base/result.hpp"
#include "desks/directory/user.hpp"
#include "store/store.hpp"
#include "web/api_tokens.hpp"
#include "web/sign_in_pace.hpp"

namespace tenpoint::web {

// What may come with name and password.
struct SignInProof {
    std::string code{};   // of the second factor
    std::string agent{};  // the browser, as it names itself
};

// Who is signed in. A session is a random token of 256 bits in the browser's cookie, of which the
// store keeps the hash; it ends twelve hours after it was last used. Who the user is, is looked up
// anew once anything was written, so that a change of role, or a disabled account, counts at once.
class Sessions {
  public:
    static constexpr std::string_view cookie_name = "tenpoint_session";
    static constexpr auto idle = std::chrono::hours{12};

    explicit Sessions(store::Store& store) : store_(store), pace_(store.clock()), tokens_(store) {}

    // The principal behind a token; nothing where it is unknown, has ended, or is of an account
    // that is disabled or gone. Being asked for counts as a use of the session.
    std::optional<access::Principal> find(std::string_view token,
                                          store::WhileGone while_gone = store::WhileGone::fails);
    // The same without counting as a use: for whoever only watches.
    std::optional<access::Principal> peek(std::string_view token);

    // Gives the token of a new session. Fails with `wrong_credentials` alike, and as slowly, for an
    // unknown name, a wrong password and a disabled account; then as check_second_factor does, or
    // with `too_many_requests` where wrong codes came too fast. `while_gone` says what becomes of
    // it while the database is.
    Result<std::string> sign_in(std::string_view name, std::string_view password,
                                const SignInProof& proof = {},
                                store::WhileGone while_gone = store::WhileGone::fails);
    // The same for somebody who has proven otherwise whose the account is; `is_still_so` is asked
    // of it as it is when the session opens.
    Result<std::string> open(const Id& account, const SignInProof& proof,
                             const std::function<bool(const directory::User&)>& is_still_so,
                             store::WhileGone while_gone = store::WhileGone::fails);
    void sign_out(std::string_view token);

    SignInPace& pace() { return pace_; }
    ApiTokens& tokens() { return tokens_; }

    // What a request that changes something must carry beside the cookie. It follows from the
    // token, so that it needs no keeping, and does not give the token away.
    static std::string csrf_token(std::string_view token);
    static bool is_csrf_token(std::string_view given, std::string_view token);
    // A secure cookie never travels without TLS.
    static std::string set_cookie(std::string_view token, bool is_secure);
    static std::string clear_cookie(bool is_secure);

  private:
    struct Found {
        store::SignIn sign_in;
        access::Principal principal;
    };
    std::optional<Found> look_up(std::string_view token, store::WhileGone while_gone);
    std::optional<Found> read(const std::string& token_hash, store::WhileGone while_gone);
    void renew(const std::string& token_hash, Instant end);

    store::Store& store_;
    SignInPace pace_;
    ApiTokens tokens_;
    Remembered<Found> found_{1000};
    access::Principal program_ = access::Principal::local_administrator("tenpoint");
};

}  // namespace tenpoint::web

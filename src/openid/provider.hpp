// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/result.hpp"
#include "openid/attempt.hpp"
#include "openid/discovery.hpp"
#include "openid/fetcher.hpp"
#include "openid/identity.hpp"
#include "openid/key_set.hpp"

namespace tenpoint::openid {

struct Settings {
    std::string name;    // as people know the provider
    std::string issuer;  // its address, as it stands in its tokens
    std::string client_id;
    std::string client_secret;
    std::string return_address;  // where it sends the browser back to
    std::string prompt{};        // what it is to ask although it knows who comes; empty: nothing
    std::chrono::milliseconds patience = std::chrono::seconds{8};  // for each of its answers
};

// Another server that knows who people are, by OpenID Connect: the authorization code flow with
// PKCE, as a client with a secret. Its functions block while it is asked, and fail with
// `openid_unreachable` where it does not answer as it must. Safe from many threads.
class Provider {
  public:
    static constexpr auto kept_for = std::chrono::hours{1};  // what it says of itself, and its keys
    // After a failure it is left in peace.
    static constexpr auto pause = std::chrono::seconds{5};
    // How often its keys may be asked for before their time, because a token names another.
    static constexpr int most_renewals = 5;
    static constexpr auto renewal_time = std::chrono::minutes{1};

    // The clock outlives it.
    Provider(Settings settings, const Clock& clock);

    const std::string& name() const { return settings_.name; }

    // Where somebody's browser is to be sent.
    Result<std::string> sign_in_address(const Attempt& attempt, Language language);

    // What an answer brings beside the identity, by which more can be asked of it.
    struct Vouched {
        Identity identity;
        std::string access_token;
    };
    // Redeems the code that came back; `issuer` is who came with it, where that is said. Fails with
    // `openid_refused` where the provider does not take the code, or its token does not hold.
    Result<Vouched> redeem(const Attempt& attempt, const std::string& code,
                           const std::string& issuer);

    // The verified e-mail address of whom it has just vouched for, which many providers give only
    // when they are asked again; empty: it gives none.
    Result<std::string> verified_email(const Vouched& vouched);

    // Ends what is under way; nothing is asked any more.
    void stop() { fetcher_.stop(); }

  private:
    // Something that the provider says and that holds for a time.
    template <class T>
    struct Kept {
        std::optional<T> value{};
        Instant until{};
    };

    Problem failed(Problem why);  // begins a pause
    Result<std::string> document(const std::string& address);
    Result<Discovery> discovery();
    Result<void> renew_keys(const Discovery& discovery);
    bool may_renew_keys();
    Result<std::string> key_of(const SignedToken& token, const Discovery& discovery);
    Question question_for_token(const Discovery& discovery, const Attempt& attempt,
                                const std::string& code) const;

    const Settings settings_;
    const Clock& clock_;
    Fetcher fetcher_;
    std::atomic<Instant> rests_until_{Instant{}};
    // Each is held while the provider is asked for what stands below it; that keys are fetched
    // keeps nobody waiting who only sets out.
    std::mutex discovery_mutex_;
    Kept<Discovery> discovery_;
    std::mutex keys_mutex_;
    Kept<KeySet> keys_;
    Instant renewals_since_{};
    int renewals_ = 0;
};

}  // namespace tenpoint::openid

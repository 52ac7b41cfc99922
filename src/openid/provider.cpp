// SPDX-License-Identifier: Apache-2.0
#include "openid/provider.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <boost/url/url.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include "openid/json_members.hpp"

namespace tenpoint::openid {

namespace urls = boost::urls;

namespace {

constexpr int ok = 200;

Problem unreachable(std::string_view why) {
    return {ProblemCode::openid_unreachable, std::string(why)};
}

Instant after(Instant instant, std::chrono::milliseconds time) {
    return {instant.milliseconds + time.count()};
}

std::string escaped(std::string_view text) {
    return urls::encode(text, urls::unreserved_chars);
}

// RFC 6749, 2.3.1: both are escaped before they are put together.
std::string basic_authorization(const Settings& settings) {
    const auto words =
        fmt::format("{}:{}", escaped(settings.client_id), escaped(settings.client_secret));
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(words.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(words.data()), words.size(), variant);
    text.pop_back();  // its zero
    return "Basic " + text;
}

// One that may stand in the log: the standard's words are of these characters.
bool is_word(std::string_view text) {
    constexpr std::size_t longest = 60;
    return text.size() <= longest &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

// The provider's own word for why it does not take a code, such as "invalid_grant".
Problem refusal_of(const Answer& answer) {
    if (answer.status >= 500) return unreachable(fmt::format("token: {}", answer.status));
    const auto object = object_from(answer.body);
    const auto word = object ? text_of(*object, "error") : "";
    return {ProblemCode::openid_refused,
            fmt::format("token: {} {}", answer.status, is_word(word) ? word : "")};
}

}  // namespace

Provider::Provider(Settings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock), fetcher_(settings_.patience) {}

Problem Provider::failed(Problem why) {
    rests_until_ = after(clock_.now(), pause);
    return why;
}

// Called under a mutex, so that of many who want the same one asks and the others wait for that.
Result<std::string> Provider::document(const std::string& address) {
    if (clock_.now() < rests_until_.load()) return unreachable("failed just before");
    auto answer = fetcher_.ask({address});
    if (!answer) return failed(answer.error());
    if (answer->status != ok) return failed(unreachable(fmt::format("status {}", answer->status)));
    return std::move(answer->body);
}

Result<Discovery> Provider::discovery() {
    const std::scoped_lock lock(discovery_mutex_);
    if (discovery_.value && clock_.now() < discovery_.until) return *discovery_.value;
    TENPOINT_TRY(text, document(discovery_address(settings_.issuer)));
    auto read = read_discovery(text, settings_.issuer);
    if (!read) return failed(read.error());
    discovery_ = {*read, after(clock_.now(), kept_for)};
    return read;
}

Result<void> Provider::renew_keys(const Discovery& discovery) {
    TENPOINT_TRY(text, document(discovery.jwks_uri));
    auto read = KeySet::read(text);
    if (!read) return failed(read.error());
    keys_ = {std::move(*read), after(clock_.now(), kept_for)};
    return {};
}

bool Provider::may_renew_keys() {
    const auto now = clock_.now();
    if (now >= after(renewals_since_, renewal_time)) {
        renewals_since_ = now;
        renewals_ = 0;
    }
    return renewals_++ < most_renewals;
}

Result<std::string> Provider::key_of(const SignedToken& token, const Discovery& discovery) {
    const std::scoped_lock lock(keys_mutex_);
    if (!keys_.value || clock_.now() >= keys_.until) TENPOINT_CHECK(renew_keys(discovery));
    auto key = keys_.value->find(token.key_name(), token.algorithm());
    if (!key && may_renew_keys()) {  // it may have taken a new one
        TENPOINT_CHECK(renew_keys(discovery));
        key = keys_.value->find(token.key_name(), token.algorithm());
    }
    if (!key) return Problem{ProblemCode::openid_refused, "signed by an unknown key"};
    return std::move(*key);
}

Result<std::string> Provider::sign_in_address(const Attempt& attempt, Language language) {
    TENPOINT_TRY(known, discovery());
    urls::url address(known.authorization_endpoint);
    auto parameters = address.params();
    const auto put = [&](std::string_view name, std::string_view value) {
        parameters.append({name, value});
    };
    put("response_type", "code");
    put("scope", "openid email");
    put("client_id", settings_.client_id);
    put("redirect_uri", settings_.return_address);
    put("state", attempt.state);
    put("nonce", attempt.nonce);
    put("code_challenge", challenge_of(attempt.verifier));
    put("code_challenge_method", "S256");
    put("ui_locales", to_word(language));
    if (!settings_.prompt.empty()) put("prompt", settings_.prompt);
    return std::string(address.buffer());
}

Question Provider::question_for_token(const Discovery& discovery, const Attempt& attempt,
                                      const std::string& code) const {
    Question question{discovery.token_endpoint};
    question.form =
        fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}",
                    escaped(code), escaped(settings_.return_address), escaped(attempt.verifier));
    if (discovery.takes_secret_in_form)
        question.form += fmt::format("&client_id={}&client_secret={}", escaped(settings_.client_id),
                                     escaped(settings_.client_secret));
    else
        question.authorization = basic_authorization(settings_);
    return question;
}

Result<Provider::Vouched> Provider::redeem(const Attempt& attempt, const std::string& code,
                                           const std::string& issuer) {
    TENPOINT_TRY(known, discovery());
    if (issuer.empty() ? known.names_itself : issuer != settings_.issuer)
        return Problem{ProblemCode::openid_refused, "sent back by another issuer"};
    TENPOINT_TRY(answer, fetcher_.ask(question_for_token(known, attempt, code)));
    if (answer.status != ok) return refusal_of(answer);
    const auto given = object_from(answer.body);
    if (!given) return unreachable("token: no JSON object");
    TENPOINT_TRY(token, SignedToken::read(text_of(*given, "id_token")));
    TENPOINT_TRY(key, key_of(token, known));
    TENPOINT_TRY(claims, token.claims_signed_by(key));
    const Expectation expectation{settings_.issuer, settings_.client_id, attempt.nonce,
                                  clock_.now()};
    TENPOINT_TRY(identity, identity_from(claims, expectation));
    return Vouched{std::move(identity), text_of(*given, "access_token")};
}

Result<std::string> Provider::verified_email(const Vouched& vouched) {
    if (!vouched.identity.verified_email.empty()) return vouched.identity.verified_email;
    TENPOINT_TRY(known, discovery());
    if (known.userinfo_endpoint.empty() || vouched.access_token.empty()) return std::string{};
    TENPOINT_TRY(answer,
                 fetcher_.ask({known.userinfo_endpoint, {}, "Bearer " + vouched.access_token}));
    const auto claims = answer.status == ok ? object_from(answer.body) : std::nullopt;
    // It is another's where the subject is (OpenID Connect Core 1.0, 5.3.2).
    if (!claims || text_of(*claims, "sub") != vouched.identity.subject) return std::string{};
    return verified_email_of(*claims);
}

}  // namespace tenpoint::openid

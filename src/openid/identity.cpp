// SPDX-License-Identifier: Apache-2.0
#include "openid/identity.hpp"

#include <optional>

#include <boost/json/array.hpp>

#include "openid/json_members.hpp"

namespace tenpoint::openid {

namespace json = boost::json;

namespace {

constexpr std::size_t longest_subject = 255;  // OpenID Connect Core 1.0, 2
constexpr std::size_t longest_email = 254;    // RFC 5321

Problem refused(std::string_view why) {
    return {ProblemCode::openid_refused, std::string(why)};
}

// In whole seconds since 1970, as the claim has it.
std::optional<double> seconds_of(const json::object& claims, std::string_view name) {
    const auto* claim = claims.if_contains(name);
    if (!claim || !claim->is_number()) return std::nullopt;
    return claim->to_number<double>();
}

// A token for several is for this program only where it says that it was asked for by it.
bool is_for(const json::object& claims, const std::string& client) {
    const auto party = text_of(claims, "azp");
    if (!party.empty() && party != client) return false;
    if (text_of(claims, "aud") == client) return true;
    if (!lists(claims, "aud", client)) return false;
    return claims.at("aud").as_array().size() == 1 || party == client;
}

Result<void> check_times(const json::object& claims, Instant now) {
    const auto present = static_cast<double>(now.milliseconds) / 1000;
    constexpr auto leeway = static_cast<double>(leeway_milliseconds) / 1000;
    const auto expires = seconds_of(claims, "exp");
    const auto issued = seconds_of(claims, "iat");
    if (!expires || !issued) return refused("no time");
    if (*expires + leeway <= present) return refused("expired");
    if (*issued - leeway > present) return refused("issued later than now");
    if (seconds_of(claims, "nbf").value_or(0) - leeway > present) return refused("not yet good");
    return {};
}

}  // namespace

std::string verified_email_of(const json::object& claims) {
    const auto* verified = claims.if_contains("email_verified");
    if (!verified || !verified->is_bool() || !verified->get_bool()) return {};
    auto email = text_of(claims, "email");
    return email.size() <= longest_email ? email : std::string{};
}

Result<Identity> identity_from(const json::object& claims, const Expectation& expectation) {
    if (text_of(claims, "iss") != expectation.issuer) return refused("of another issuer");
    if (!is_for(claims, expectation.client_id)) return refused("for another client");
    TENPOINT_CHECK(check_times(claims, expectation.now));
    if (text_of(claims, "nonce") != expectation.nonce || expectation.nonce.empty())
        return refused("wrong nonce");
    auto subject = text_of(claims, "sub");
    if (subject.empty() || subject.size() > longest_subject) return refused("no subject");
    return Identity{expectation.issuer, std::move(subject), verified_email_of(claims)};
}

}  // namespace tenpoint::openid

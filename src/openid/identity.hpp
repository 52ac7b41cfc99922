// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/date.hpp"
#include "base/result.hpp"

namespace tenpoint::openid {

// Somebody for whom a provider vouches. The subject is the provider's own name for the person: it
// stays, and is never given to another, as an e-mail address may be.
struct Identity {
    std::string issuer;
    std::string subject;
    std::string verified_email{};  // empty: the provider does not say, or has not verified it

    // By which an account knows it.
    std::string text() const { return issuer + ' ' + subject; }
};

// What an ID token must say to be meant for this sign-in here and now.
struct Expectation {
    std::string issuer;
    std::string client_id;
    std::string nonce;
    Instant now{};
};

inline constexpr std::int64_t leeway_milliseconds = 60 * 1000;  // between two clocks

// Takes the claims of an ID token whose signature was checked (OpenID Connect Core 1.0, 3.1.3.7).
// Fails with `openid_refused`.
Result<Identity> identity_from(const boost::json::object& claims, const Expectation& expectation);

// The e-mail address of the claims, if they say that it is verified.
std::string verified_email_of(const boost::json::object& claims);

}  // namespace tenpoint::openid

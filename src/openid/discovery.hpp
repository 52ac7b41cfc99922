// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tenpoint::openid {

// What a provider says of itself (OpenID Connect Discovery 1.0), as far as it matters here.
struct Discovery {
    std::string authorization_endpoint;
    std::string token_endpoint;
    std::string jwks_uri;
    std::string userinfo_endpoint{};    // empty: there is none
    bool takes_secret_in_form = false;  // else in the header
    bool names_itself = false;          // says who it is when it sends the browser back (RFC 9207)
};

// Where the provider with that issuer says it.
std::string discovery_address(std::string_view issuer);

// Fails with `openid_unreachable` for what is no such document, is another issuer's, or names an
// address to which no secret may travel.
Result<Discovery> read_discovery(std::string_view document, std::string_view issuer);

}  // namespace tenpoint::openid

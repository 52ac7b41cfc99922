// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "base/result.hpp"

namespace tenpoint::openid {

// How a token may be signed: by one of a pair of keys of which the provider publishes the other. A
// token that is not signed, or signed by a secret that both sides know, is refused.
enum class Algorithm { rs256, es256 };

// A token in three parts (RFC 7515), of which nothing is believed until its signature was checked.
class SignedToken {
  public:
    // Fails with `openid_refused` for anything but a token that is signed in one of these ways.
    static Result<SignedToken> read(std::string_view text);

    Algorithm algorithm() const { return algorithm_; }
    // The name of the key that signed it; empty: it does not say.
    const std::string& key_name() const { return key_name_; }

    // What it says, if that key (a JWK, as JSON) signed it. Fails with `openid_refused`.
    Result<boost::json::object> claims_signed_by(std::string_view key) const;

  private:
    SignedToken() = default;

    std::string text_;
    Algorithm algorithm_{};
    std::string key_name_;
};

}  // namespace tenpoint::openid

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "openid/signed_token.hpp"

namespace tenpoint::openid {

// The public keys by which a provider signs (RFC 7517).
class KeySet {
  public:
    // Fails with `openid_unreachable` for what is no such document. Keys that are for something
    // else are left out.
    static Result<KeySet> read(std::string_view document);

    // The key of that name for that algorithm; where the token names none, the only one there is.
    std::optional<std::string> find(std::string_view name, Algorithm algorithm) const;

  private:
    struct Key {
        std::string name;
        Algorithm algorithm;
        std::string text;  // a JWK, as JSON
    };
    std::vector<Key> keys_;
};

}  // namespace tenpoint::openid

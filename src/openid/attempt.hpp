// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/random.hpp"

namespace tenpoint::openid {

// What ties one sign-in together: the state comes back with the browser, the nonce in the token,
// and only who knows the verifier gets that token (RFC 7636). None of it can be guessed.
struct Attempt {
    std::string state;
    std::string nonce;
    std::string verifier;

    static Attempt make(Randomness& randomness);
};

// What the provider is told of the verifier at first (S256).
std::string challenge_of(std::string_view verifier);

}  // namespace tenpoint::openid

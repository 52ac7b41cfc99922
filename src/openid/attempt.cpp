// SPDX-License-Identifier: Apache-2.0
#include "openid/attempt.hpp"

#include <sodium.h>

namespace tenpoint::openid {
namespace {

constexpr std::size_t random_bytes = 32;
constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string base64url(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), variant);
    text.pop_back();  // its zero
    return text;
}

}  // namespace

Attempt Attempt::make(Randomness& randomness) {
    const auto random = [&] { return base64url(randomness.bytes(random_bytes)); };
    return {random(), random(), random()};
}

std::string challenge_of(std::string_view verifier) {
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(digest.data()),
                       reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
    return base64url(digest);
}

}  // namespace tenpoint::openid

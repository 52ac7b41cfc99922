// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

#include <sodium.h>

#include "base/random.hpp"
#include "base/result.hpp"

namespace tenpoint::store {

// The key by which a node signs its journal (Ed25519). It is in the node's folder, in a file that
// only its owner may read, and never in the database, so that whoever can write there alone cannot
// sign. Keys and signatures are hexadecimal digits.
class SigningKey {
  public:
    // Makes one where the folder has none. Fails with `storage_failed`, also where the file is
    // there and holds no key: it is never replaced.
    static Result<SigningKey> open(const std::filesystem::path& folder, Randomness& randomness);
    ~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }
    SigningKey(const SigningKey&) = default;
    SigningKey& operator=(const SigningKey&) = default;

    const std::string& public_key() const { return public_key_; }
    std::string sign(std::string_view text) const;

  private:
    explicit SigningKey(const std::string& seed);

    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_{};
    std::string public_key_;
};

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key);

}  // namespace tenpoint::store

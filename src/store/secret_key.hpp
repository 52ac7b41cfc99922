// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <sodium.h>

#include "base/random.hpp"

namespace tenpoint::store {

// A key of 256 bits. What it seals, it alone opens, and only for the place for which it was sealed
// (XChaCha20-Poly1305 under a random nonce, the place as associated data).
class SecretKey {
  public:
    static SecretKey make(Randomness& randomness);
    // Of 64 hexadecimal digits; nothing for anything else.
    static std::optional<SecretKey> from_digits(std::string_view digits);
    ~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }
    SecretKey(const SecretKey&) = default;
    SecretKey& operator=(const SecretKey&) = default;

    std::string digits() const;

    // Bytes: nonce, what is sealed, tag. Never twice the same.
    std::string encrypt(std::string_view bytes, std::string_view place,
                        Randomness& randomness) const;
    // Nothing where they were altered, or were encrypted by another key or for another place.
    std::optional<std::string> decrypt(std::string_view encrypted, std::string_view place) const;
    // The same as text: "1.", which names this way of sealing, and base64.
    std::string seal(std::string_view value, std::string_view place, Randomness& randomness) const;
    std::optional<std::string> open(std::string_view sealed, std::string_view place) const;

    // The same for the same text, and telling nothing of it to whoever does not have the key
    // (BLAKE2b with a key, 256 bits): hexadecimal digits.
    std::string hash(std::string_view text) const;

  private:
    SecretKey() = default;

    std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> bytes_{};
};

// Overwrites in memory what nobody is to find there later.
void forget(std::string& secret);

// How a sealed value begins.
inline constexpr std::string_view seal_mark = "1.";

}  // namespace tenpoint::store

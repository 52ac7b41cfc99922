// SPDX-License-Identifier: Apache-2.0
#include "store/secret_key.hpp"

#include <algorithm>

#include "base/bytes.hpp"
#include "store/sodium_bytes.hpp"

namespace tenpoint::store {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING;

std::string to_base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back();  // its zero
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t length = 0;
    if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &length,
                          nullptr, variant) != 0)
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

}  // namespace

void forget(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
}

SecretKey SecretKey::make(Randomness& randomness) {
    SecretKey key;
    auto bytes = randomness.bytes(key.bytes_.size());
    std::ranges::copy(bytes, key.bytes_.begin());
    forget(bytes);
    return key;
}

std::optional<SecretKey> SecretKey::from_digits(std::string_view digits) {
    SecretKey key;
    std::string bytes;
    if (!from_hex(digits, bytes) || bytes.size() != key.bytes_.size()) return std::nullopt;
    std::ranges::copy(bytes, key.bytes_.begin());
    forget(bytes);
    return key;
}

std::string SecretKey::digits() const {
    return to_hex({reinterpret_cast<const char*>(bytes_.data()), bytes_.size()});
}

std::string SecretKey::encrypt(std::string_view bytes, std::string_view place,
                               Randomness& randomness) const {
    auto encrypted = randomness.bytes(nonce_bytes);
    encrypted.resize(nonce_bytes + bytes.size() + tag_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes_of(encrypted) + nonce_bytes, nullptr, bytes_of(bytes), bytes.size(), bytes_of(place),
        place.size(), nullptr, bytes_of(encrypted), bytes_.data());
    return encrypted;
}

std::optional<std::string> SecretKey::decrypt(std::string_view encrypted,
                                              std::string_view place) const {
    if (encrypted.size() < nonce_bytes + tag_bytes) return std::nullopt;
    std::string bytes(encrypted.size() - nonce_bytes - tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes_of(bytes), nullptr, nullptr, bytes_of(encrypted) + nonce_bytes,
            encrypted.size() - nonce_bytes, bytes_of(place), place.size(), bytes_of(encrypted),
            bytes_.data()) != 0)
        return std::nullopt;
    return bytes;
}

std::string SecretKey::seal(std::string_view value, std::string_view place,
                            Randomness& randomness) const {
    return std::string{seal_mark} + to_base64(encrypt(value, place, randomness));
}

std::optional<std::string> SecretKey::open(std::string_view sealed, std::string_view place) const {
    if (!sealed.starts_with(seal_mark)) return std::nullopt;
    const auto encrypted = from_base64(sealed.substr(seal_mark.size()));
    if (!encrypted) return std::nullopt;
    return decrypt(*encrypted, place);
}

std::string SecretKey::hash(std::string_view text) const {
    std::string digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(bytes_of(digest), digest.size(), bytes_of(text), text.size(), bytes_.data(),
                       bytes_.size());
    return to_hex(digest);
}

}  // namespace tenpoint::store

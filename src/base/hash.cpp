// SPDX-License-Identifier: Apache-2.0
#include "base/hash.hpp"

#include <array>

#include "base/bytes.hpp"

namespace tenpoint {
namespace {

constexpr std::size_t digest_bytes = 32;

}  // namespace

Hasher::Hasher() : state_{} {
    crypto_generichash_init(&state_, nullptr, 0, digest_bytes);
}

void Hasher::add(std::string_view bytes) {
    crypto_generichash_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Hasher::digest() {
    std::array<unsigned char, digest_bytes> out{};
    crypto_generichash_final(&state_, out.data(), out.size());
    return to_hex({reinterpret_cast<const char*>(out.data()), out.size()});
}

std::string hash_of(std::string_view bytes) {
    Hasher hasher;
    hasher.add(bytes);
    return hasher.digest();
}

}  // namespace tenpoint

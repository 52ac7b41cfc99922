// SPDX-License-Identifier: Apache-2.0
#include "store/signing_key.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "base/bytes.hpp"
#include "store/durable_file.hpp"
#include "store/sodium_bytes.hpp"
#include "store/storage_problem.hpp"

namespace tenpoint::store {
SigningKey::SigningKey(const std::string& seed) {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open_part{};
    crypto_sign_seed_keypair(open_part.data(), secret_.data(), bytes_of(seed));
    public_key_ = to_hex({reinterpret_cast<const char*>(open_part.data()), open_part.size()});
}

Result<SigningKey> SigningKey::open(const std::filesystem::path& folder, Randomness& randomness) {
    const auto file = folder / "signing.key";
    std::string seed;
    if (std::filesystem::exists(file)) {
        std::ifstream in(file);
        if (!in) return file_problem("/signing_key", file, std::generic_category().message(errno));
        std::string digits;
        if (!(in >> digits) || !from_hex(digits, seed) || seed.size() != crypto_sign_SEEDBYTES)
            return Problem{ProblemCode::storage_failed,
                           "signing.key holds no key",
                           {{"/signing_key", "no_key", {file.string()}}}};
        return SigningKey(seed);
    }
    seed = randomness.bytes(crypto_sign_SEEDBYTES);
    try {
        replace_file(file, to_hex(seed) + '\n');
    } catch (const std::system_error& error) {
        return storage_problem(error);
    }
    return SigningKey(seed);
}

std::string SigningKey::sign(std::string_view text) const {
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), secret_.data());
    return to_hex({reinterpret_cast<const char*>(signature.data()), signature.size()});
}

bool is_signed(std::string_view text, std::string_view signature, std::string_view public_key) {
    std::string signature_bytes;
    std::string key;
    return from_hex(signature, signature_bytes) && signature_bytes.size() == crypto_sign_BYTES &&
           from_hex(public_key, key) && key.size() == crypto_sign_PUBLICKEYBYTES &&
           crypto_sign_verify_detached(bytes_of(signature_bytes), bytes_of(text), text.size(),
                                       bytes_of(key)) == 0;
}

}  // namespace tenpoint::store

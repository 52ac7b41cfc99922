// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/password.hpp"

#include <array>
#include <mutex>
#include <new>

#include <sodium.h>

namespace tenpoint::directory {
namespace {

// Of 32 random bytes that were thrown away, made with the limits below.
const std::string nobodys_hash =
    "$argon2id$v=19$m=65536,t=2,p=1$i7sGU4lZwVidKiR+MRsGWQ$"
    "eJnENwTxrc36EhZBcCitLquL5rllsLQ9secQzt50SMU";

// One at a time, so that a burst of sign-ins cannot fill the memory.
std::mutex& turn() {
    static std::mutex mutex;
    return mutex;
}

// libsodium takes no null pointer, which an empty view may have.
const char* bytes_of(std::string_view password) {
    return password.empty() ? "" : password.data();
}

}  // namespace

std::string hash_password(std::string_view password) {
    const std::scoped_lock lock(turn());
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), bytes_of(password), password.size(),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc();
    return hash.data();
}

bool is_password(std::string_view password, const std::string& hash) {
    const std::scoped_lock lock(turn());
    const auto& against = hash.empty() ? nobodys_hash : hash;
    return crypto_pwhash_str_verify(against.c_str(), bytes_of(password), password.size()) == 0;
}

}  // namespace tenpoint::directory

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tenpoint::directory {

// In bytes.
inline constexpr std::size_t least_password_length = 8;

// Argon2id (RFC 9106) by libsodium, with its parameters and salt in the text that it gives.
// Takes about 64 MB and 0.1 s each; calls from several threads wait for each other.
std::string hash_password(std::string_view password);

// Whether the password is the hash's. A hash that is empty is compared with one that nobody knows
// the password of, so that an unknown name takes as long as a wrong password.
bool is_password(std::string_view password, const std::string& hash);

}  // namespace tenpoint::directory

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace tenpoint::web {

// Codes of an authenticator (RFC 6238): six digits that follow from a shared secret and the time,
// new every half minute.
inline constexpr std::size_t totp_secret_bytes = 20;

std::int64_t totp_step(Instant now);
std::string totp_code(std::string_view secret, std::int64_t step);

// The step of which `given` is the code, if it is later than `last` (no code is good twice) and at
// most one away from now, as clocks of telephones are. The code may be typed as a telephone shows
// it: with blanks between its digits, and in Arabic ones.
std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view given, Instant now,
                                       std::int64_t last);

// What an authenticator reads from a picture, or is typed into it: the secret in base 32 (RFC
// 4648).
std::string base32(std::string_view bytes);
std::string totp_address(std::string_view secret, std::string_view account);

}  // namespace tenpoint::web

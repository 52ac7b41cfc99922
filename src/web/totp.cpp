// SPDX-License-Identifier: Apache-2.0
#include "web/totp.hpp"

#include <array>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include "base/text.hpp"

namespace tenpoint::web {
namespace {

constexpr std::int64_t step_milliseconds = 30'000;
constexpr std::uint32_t modulus = 1'000'000;

}  // namespace

std::int64_t totp_step(Instant now) {
    return now.milliseconds / step_milliseconds;
}

// HOTP (RFC 4226) with HMAC-SHA-1, which is what authenticators have in common.
std::string totp_code(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<unsigned char>(step >> (8 * (counter.size() - 1 - i)));
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(),
         digest.data(), &length);
    const std::size_t offset = digest[length - 1] & 0x0FU;
    const auto truncated = ((digest[offset] & 0x7FU) << 24U) |
                           (static_cast<std::uint32_t>(digest[offset + 1]) << 16U) |
                           (static_cast<std::uint32_t>(digest[offset + 2]) << 8U) |
                           static_cast<std::uint32_t>(digest[offset + 3]);
    return fmt::format("{:06}", truncated % modulus);
}

std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view given, Instant now,
                                       std::int64_t last) {
    auto typed = folded(with_ascii_digits(given));
    std::erase(typed, ' ');
    const auto current = totp_step(now);
    for (const auto step : {current, current - 1, current + 1}) {
        const auto code = totp_code(secret, step);
        if (step > last && typed.size() == code.size() &&
            sodium_memcmp(typed.data(), code.data(), code.size()) == 0)
            return step;
    }
    return std::nullopt;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string out;
    std::uint32_t held = 0;
    int bits = 0;
    for (const char byte : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            out += digits[(held >> static_cast<unsigned>(bits - 5)) & 31U];
    }
    if (bits > 0) out += digits[(held << static_cast<unsigned>(5 - bits)) & 31U];
    return out;
}

std::string totp_address(std::string_view secret, std::string_view account) {
    namespace urls = boost::urls;
    const auto name = urls::encode({account.data(), account.size()}, urls::unreserved_chars);
    return fmt::format("otpauth://totp/Tenpoint:{}?secret={}&issuer=Tenpoint", name,
                       base32(secret));
}

}  // namespace tenpoint::web

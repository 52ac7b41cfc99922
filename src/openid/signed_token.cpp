// SPDX-License-Identifier: Apache-2.0
#include "openid/signed_token.hpp"

#include <cjose/cjose.h>
#include <cstdint>
#include <memory>
#include <optional>

#include "openid/json_members.hpp"

namespace tenpoint::openid {
namespace {

constexpr std::size_t least_bits_of_rsa = 2048;  // RFC 7518, 3.3

struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
};
using Key = std::unique_ptr<cjose_jwk_t, Release>;
using Token = std::unique_ptr<cjose_jws_t, Release>;

Problem unusable_token(std::string_view why) {
    return {ProblemCode::openid_refused, std::string(why)};
}

std::string header_text(cjose_header_t* header, const char* name) {
    cjose_err error{};
    const char* value = cjose_header_get(header, name, &error);
    return value ? value : "";
}

std::optional<Algorithm> algorithm_of(std::string_view name) {
    if (name == "RS256") return Algorithm::rs256;
    if (name == "ES256") return Algorithm::es256;
    return std::nullopt;
}

bool is_strong(const cjose_jwk_t* key, Algorithm algorithm) {
    cjose_err error{};
    const auto kind = cjose_jwk_get_kty(key, &error);
    if (algorithm == Algorithm::es256) return kind == CJOSE_JWK_KTY_EC;
    return kind == CJOSE_JWK_KTY_RSA && cjose_jwk_get_keysize(key, &error) >= least_bits_of_rsa;
}

}  // namespace

Result<SignedToken> SignedToken::read(std::string_view text) {
    cjose_err error{};
    const Token token(cjose_jws_import(text.data(), text.size(), &error));
    if (!token) return unusable_token("no signed token");
    auto* header = cjose_jws_get_protected(token.get());
    const auto algorithm = algorithm_of(header_text(header, CJOSE_HDR_ALG));
    if (!algorithm) return unusable_token("signed in another way");
    // What must be understood is not.
    if (char* critical = cjose_header_get_raw(header, "crit", &error)) {
        cjose_get_dealloc()(critical);
        return unusable_token("asks for an extension");
    }
    SignedToken read;
    read.text_ = text;
    read.algorithm_ = *algorithm;
    read.key_name_ = header_text(header, CJOSE_HDR_KID);
    return read;
}

Result<boost::json::object> SignedToken::claims_signed_by(std::string_view key) const {
    cjose_err error{};
    const Key public_key(cjose_jwk_import(key.data(), key.size(), &error));
    if (!public_key || !is_strong(public_key.get(), algorithm_))
        return unusable_token("unusable key");
    const Token token(cjose_jws_import(text_.data(), text_.size(), &error));
    if (!token || !cjose_jws_verify(token.get(), public_key.get(), &error))
        return unusable_token("wrong signature");
    std::uint8_t* bytes = nullptr;  // the token's own
    std::size_t count = 0;
    if (!cjose_jws_get_plaintext(token.get(), &bytes, &count, &error))
        return unusable_token("empty");
    auto claims = object_from({reinterpret_cast<const char*>(bytes), count});
    if (!claims) return unusable_token("claims are no JSON object");
    return std::move(*claims);
}

}  // namespace tenpoint::openid

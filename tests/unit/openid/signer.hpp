// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cjose/cjose.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace tenpoint::openid {

// A provider's pair of keys, or a secret, that signs whatever it is told to.
class Signer {
  public:
    static Signer rsa(std::size_t bits = 2048) {
        return Signer(cjose_jwk_create_RSA_random(bits, nullptr, 0, nullptr));
    }
    static Signer ec(cjose_jwk_ec_curve curve = CJOSE_JWK_EC_P_256) {
        return Signer(cjose_jwk_create_EC_random(curve, nullptr));
    }
    static Signer secret(std::string_view secret) {
        return Signer(cjose_jwk_create_oct_spec(
            reinterpret_cast<const std::uint8_t*>(secret.data()), secret.size(), nullptr));
    }

    // The public key, as a JWK.
    std::string public_key() const {
        char* text = cjose_jwk_to_json(key_.get(), false, nullptr);
        std::string key(text);
        cjose_get_dealloc()(text);
        return key;
    }

    std::string sign(std::string_view claims, const char* algorithm, const char* name = "") const {
        const std::unique_ptr<cjose_header_t, Release> header(cjose_header_new(nullptr));
        cjose_header_set(header.get(), CJOSE_HDR_ALG, algorithm, nullptr);
        if (*name != 0) cjose_header_set(header.get(), CJOSE_HDR_KID, name, nullptr);
        const std::unique_ptr<cjose_jws_t, Release> token(cjose_jws_sign(
            key_.get(), header.get(), reinterpret_cast<const std::uint8_t*>(claims.data()),
            claims.size(), nullptr));
        const char* text = nullptr;
        if (!token || !cjose_jws_export(token.get(), &text, nullptr))
            throw std::runtime_error("cannot sign");
        return text;
    }

  private:
    struct Release {
        void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
        void operator()(cjose_header_t* header) const { cjose_header_release(header); }
        void operator()(cjose_jws_t* token) const { cjose_jws_release(token); }
    };
    explicit Signer(cjose_jwk_t* key) : key_(key) {
        if (!key_) throw std::runtime_error("no key");
    }

    std::unique_ptr<cjose_jwk_t, Release> key_;
};

}  // namespace tenpoint::openid

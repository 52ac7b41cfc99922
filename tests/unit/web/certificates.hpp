// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <stdexcept>
#include <string>

namespace tenpoint::web {

// A certificate that vouches for itself, made anew for each test, so that none in the repository
// runs out. It names `common_name`.
class TestCertificate {
  public:
    explicit TestCertificate(const std::string& common_name)
        : key_(EVP_EC_gen("P-256"), EVP_PKEY_free), certificate_(X509_new(), X509_free) {
        X509_set_version(certificate_.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(certificate_.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(certificate_.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(certificate_.get()), 3600);
        X509_set_pubkey(certificate_.get(), key_.get());
        auto* name = X509_get_subject_name(certificate_.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(common_name.c_str()), -1,
                                   -1, 0);
        X509_set_issuer_name(certificate_.get(), name);
        if (X509_sign(certificate_.get(), key_.get(), EVP_sha256()) == 0)
            throw std::runtime_error("a test's certificate cannot be signed");
    }

    std::string certificate() const {
        return pem([this](BIO* out) { return PEM_write_bio_X509(out, certificate_.get()); });
    }
    std::string key() const {
        return pem([this](BIO* out) {
            return PEM_write_bio_PrivateKey(out, key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
    }

  private:
    template <class Write>
    static std::string pem(Write write) {
        const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
        if (write(out.get()) != 1) throw std::runtime_error("a test's PEM cannot be written");
        char* bytes = nullptr;
        const auto length = BIO_get_mem_data(out.get(), &bytes);
        return {bytes, static_cast<std::size_t>(length)};
    }

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
    std::unique_ptr<X509, decltype(&X509_free)> certificate_;
};

}  // namespace tenpoint::web

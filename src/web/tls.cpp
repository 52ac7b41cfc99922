// SPDX-License-Identifier: Apache-2.0
#include "web/tls.hpp"

namespace tenpoint::web {

namespace ssl = boost::asio::ssl;

Result<std::shared_ptr<ssl::context>> load_tls(const TlsFiles& files) {
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    auto* native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(native, SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    boost::system::error_code error;
    // A key under a passphrase fails at once, instead of asking at a terminal.
    context->set_password_callback([](auto...) { return std::string(); }, error);
    if (!error) context->use_certificate_chain_file(files.certificate.string(), error);
    if (error) return Problem{ProblemCode::unusable_certificate, error.message()};
    context->use_private_key_file(files.key.string(), ssl::context::pem, error);
    if (error) return Problem{ProblemCode::unusable_certificate, error.message()};
    if (SSL_CTX_check_private_key(native) != 1)
        return Problem{ProblemCode::unusable_certificate, "the key is another certificate's"};
    return context;
}

}  // namespace tenpoint::web

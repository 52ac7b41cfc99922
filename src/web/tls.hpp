// SPDX-License-Identifier: Apache-2.0
#pragma once

// Only for the network's own source files: it brings Asio in.

#include <memory>

#include <boost/asio/ssl/context.hpp>

#include "web/server.hpp"

namespace tenpoint::web {

// TLS 1.2 and 1.3, with ephemeral keys and authenticated ciphers only.
// Fails with `unusable_certificate` where a file cannot be read or the two do not belong together.
Result<std::shared_ptr<boost::asio::ssl::context>> load_tls(const TlsFiles& files);

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <fmt/format.h>

#include "base/web_address.hpp"
#include "web/request.hpp"

namespace tenpoint::web {

// The node's address as the client has it, "https://node.example:8443"; empty where the client
// names none that is one.
inline std::string node_address(const Request& request) {
    auto address =
        fmt::format("{}://{}", request.is_secure ? "https" : "http", request.headers.get("Host"));
    return is_web_address(address) ? address : std::string{};
}

}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "base/clock.hpp"
#include "openid/provider.hpp"

namespace tenpoint::app {

// Through which OpenID Connect provider people may sign in.
struct OpenidOptions {
    std::string issuer, client_id, client_secret_file, name = "OpenID Connect", public_address;
    std::string prompt;
};

void add_openid_options(CLI::App& command, OpenidOptions& options);

// The provider that the options name; null where they name none. The clock outlives it.
std::unique_ptr<openid::Provider> provider_of(const OpenidOptions& options, const Clock& clock);

// Whether browsers find the node at an https address, whoever ends the TLS.
bool is_reached_by_tls(const OpenidOptions& options);

}  // namespace tenpoint::app

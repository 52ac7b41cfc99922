// SPDX-License-Identifier: Apache-2.0
#include "app/openid_options.hpp"

#include "app/first_line.hpp"
#include "web/openid_routes.hpp"

namespace tenpoint::app {
namespace {

std::string check_address(const std::string& address) {
    if (address.find('?') != std::string::npos) return address + " has a query";
    return openid::is_safe_address(address)
               ? ""
               : address + " is no https address, nor an http one of this machine";
}

std::string without_last_slash(std::string address) {
    if (address.ends_with('/')) address.pop_back();
    return address;
}

}  // namespace

void add_openid_options(CLI::App& command, OpenidOptions& options) {
    auto* issuer = command.add_option("--oidc-issuer", options.issuer,
                                      "Let people sign in through this OpenID Connect provider");
    auto* client = command.add_option("--oidc-client-id", options.client_id,
                                      "What the provider calls this node");
    auto* secret = command.add_option("--oidc-client-secret-file", options.client_secret_file,
                                      "The node's secret at the provider: the first line");
    auto* name = command.add_option("--oidc-name", options.name, "What people call the provider");
    auto* address = command.add_option("--public-address", options.public_address,
                                       "Where browsers find this node, as the provider must know");
    auto* prompt = command.add_option("--oidc-prompt", options.prompt,
                                      "What the provider is to ask each time, whoever is signed in "
                                      "there: to sign in anew, or which account");
    issuer->type_name("URL")->check(check_address)->needs(client)->needs(secret)->needs(address);
    client->type_name("ID")->needs(issuer);
    secret->type_name("FILE")->check(check_first_line)->needs(issuer);
    prompt->check(CLI::IsMember({"login", "select_account"}))->needs(issuer);
    name->type_name("NAME")->capture_default_str()->needs(issuer);
    address->type_name("URL")->check(check_address)->needs(issuer);
}

std::unique_ptr<openid::Provider> provider_of(const OpenidOptions& options, const Clock& clock) {
    if (options.issuer.empty()) return nullptr;
    openid::Settings settings;
    settings.name = options.name;
    settings.issuer = options.issuer;
    settings.client_id = options.client_id;
    settings.client_secret = first_line_of(options.client_secret_file);
    settings.return_address = without_last_slash(options.public_address);
    settings.return_address += web::openid_return_path;
    settings.prompt = options.prompt;
    return std::make_unique<openid::Provider>(std::move(settings), clock);
}

bool is_reached_by_tls(const OpenidOptions& options) {
    return !options.public_address.empty() && !openid::is_in_the_open(options.public_address);
}

}  // namespace tenpoint::app

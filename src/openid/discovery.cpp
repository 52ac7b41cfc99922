// SPDX-License-Identifier: Apache-2.0
#include "openid/discovery.hpp"

#include <fmt/format.h>

#include "openid/fetcher.hpp"
#include "openid/json_members.hpp"

namespace tenpoint::openid {

namespace json = boost::json;

namespace {

constexpr std::string_view ways_to_show_the_secret = "token_endpoint_auth_methods_supported";

bool is_true(const json::object& object, std::string_view name) {
    const auto* member = object.if_contains(name);
    return member && member->is_bool() && member->get_bool();
}

}  // namespace

std::string discovery_address(std::string_view issuer) {
    return fmt::format("{}{}.well-known/openid-configuration", issuer,
                       issuer.ends_with('/') ? "" : "/");
}

Result<Discovery> read_discovery(std::string_view document, std::string_view issuer) {
    const auto wrong = [](std::string_view what) {
        return Problem{ProblemCode::openid_unreachable, fmt::format("discovery: {}", what)};
    };
    const auto object = object_from(document);
    if (!object) return wrong("no JSON object");
    if (text_of(*object, "issuer") != issuer) return wrong("another issuer");
    Discovery found;
    found.authorization_endpoint = text_of(*object, "authorization_endpoint");
    found.token_endpoint = text_of(*object, "token_endpoint");
    found.jwks_uri = text_of(*object, "jwks_uri");
    found.userinfo_endpoint = text_of(*object, "userinfo_endpoint");
    // A provider elsewhere has no business with the servers of this machine.
    const auto is_safe = [&](const std::string& address) {
        return is_safe_address(address) && (!is_in_the_open(address) || is_in_the_open(issuer));
    };
    for (const auto* address :
         {&found.authorization_endpoint, &found.token_endpoint, &found.jwks_uri})
        if (!is_safe(*address)) return wrong("an endpoint is missing or not safe");
    if (!found.userinfo_endpoint.empty() && !is_safe(found.userinfo_endpoint))
        return wrong("an endpoint is not safe");
    found.takes_secret_in_form = !lists(*object, ways_to_show_the_secret, "client_secret_basic") &&
                                 lists(*object, ways_to_show_the_secret, "client_secret_post");
    found.names_itself = is_true(*object, "authorization_response_iss_parameter_supported");
    return found;
}

}  // namespace tenpoint::openid

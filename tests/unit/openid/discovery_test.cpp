// SPDX-License-Identifier: Apache-2.0
#include "openid/discovery.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "openid/attempt.hpp"
#include "openid/fetcher.hpp"

namespace tenpoint::openid {
namespace {

namespace json = boost::json;

constexpr std::string_view issuer = "https://login.example.org";

Result<Discovery> read(const char* changes) {
    auto document = json::parse(R"({"issuer": "https://login.example.org",
        "authorization_endpoint": "https://login.example.org/auth",
        "token_endpoint": "https://login.example.org/token",
        "jwks_uri": "https://keys.example.org/all"})")
                        .as_object();
    const auto changed = json::parse(changes);
    for (const auto& [name, value] : changed.as_object())
        document[name] = value;
    return read_discovery(json::serialize(document), issuer);
}

TEST(Discovery, SaysWhereToAsk) {
    const auto found = read("{}").value();
    EXPECT_EQ(found.token_endpoint, "https://login.example.org/token");
    EXPECT_FALSE(found.takes_secret_in_form);
    EXPECT_FALSE(found.names_itself);
    EXPECT_EQ(discovery_address(issuer),
              "https://login.example.org/.well-known/openid-configuration");
    EXPECT_EQ(discovery_address("https://a.example/realm/"),
              "https://a.example/realm/.well-known/openid-configuration");
}

TEST(Discovery, SaysHowTheSecretIsShown) {
    const auto in_form = [](const char* ways) {
        const auto text = R"({"token_endpoint_auth_methods_supported": )" + std::string(ways) + "}";
        return read(text.c_str()).value().takes_secret_in_form;
    };
    EXPECT_TRUE(in_form(R"(["client_secret_post", "private_key_jwt"])"));
    EXPECT_FALSE(in_form(R"(["client_secret_post", "client_secret_basic"])"));
    EXPECT_FALSE(in_form("[]"));
}

TEST(Discovery, IsRefusedOfAnotherIssuerOrWithUnsafeAddresses) {
    for (const auto* changes :
         {R"({"issuer": "https://login.example.com"})", R"({"issuer": null})",
          R"({"token_endpoint": null})", R"({"token_endpoint": "http://login.example.org/token"})",
          R"({"jwks_uri": "file:///etc/passwd"})",
          R"({"authorization_endpoint": "javascript:alert"})",
          R"({"userinfo_endpoint": "http://login.example.org/me"})"})
        EXPECT_FALSE(read(changes)) << changes;
    for (const auto* text : {"", "[]", "<html>", "{"})
        EXPECT_FALSE(read_discovery(text, issuer)) << text;
}

TEST(Discovery, LeadsAProviderElsewhereToNoServerOfThisMachine) {
    const auto of = [](const std::string& issuer_address) {
        const json::object document{{"issuer", issuer_address},
                                    {"authorization_endpoint", issuer_address + "/auth"},
                                    {"token_endpoint", "http://127.0.0.1:8010/token"},
                                    {"jwks_uri", issuer_address + "/keys"}};
        return read_discovery(json::serialize(document), issuer_address).has_value();
    };
    EXPECT_FALSE(of("https://login.example.org"));
    EXPECT_TRUE(of("http://127.0.0.1:3000"));
}

TEST(ASecret, TravelsOnlyUnderTlsOrWithinThisMachine) {
    for (const auto* safe : {"https://login.example.org",
                             "https://login.example.org:8443/realm?a=b", "http://127.0.0.1:3000",
                             "http://127.8.8.8/", "http://[::1]:3000/x", "http://localhost:3000"})
        EXPECT_TRUE(is_safe_address(safe)) << safe;
    for (const auto* unsafe :
         {"", "login.example.org", "http://login.example.org", "http://localhost.example.org",
          "http://127.0.0.1@example.org", "https://name:word@example.org", "https://",
          "ftp://a.example", "https://a.example/#part", "http://10.0.0.1", "http://0.0.0.0",
          "//a.example"})
        EXPECT_FALSE(is_safe_address(unsafe)) << unsafe;
}

TEST(AFetcher, AsksNobodyAtAnUnsafeAddressAndNobodyWhoIsNotThere) {
    const Fetcher fetcher(std::chrono::seconds{2});
    for (const auto* address : {"http://example.org/", "file:///etc/passwd", "http://127.0.0.1:1/"})
        EXPECT_EQ(fetcher.ask({address}).error().code, ProblemCode::openid_unreachable) << address;
    EXPECT_FALSE(fetcher.ask({"http://127.0.0.1:1/", {}, "Bearer x\r\nHost: elsewhere"}));
}

TEST(AnAttempt, IsNeverTheSameAndProvesItselfAsTheStandardSays) {
    SystemRandomness randomness;
    const auto one = Attempt::make(randomness);
    const auto other = Attempt::make(randomness);
    EXPECT_EQ(one.verifier.size(), 43);
    EXPECT_NE(one.state, other.state);
    EXPECT_NE(one.nonce, one.state);
    // RFC 7636, appendix B
    EXPECT_EQ(challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

}  // namespace
}  // namespace tenpoint::openid

// SPDX-License-Identifier: Apache-2.0
#include "openid/identity.hpp"

#include <boost/json/parse.hpp>
#include <gtest/gtest.h>

namespace tenpoint::openid {
namespace {

namespace json = boost::json;

const Expectation expectation{
    "https://login.example.org", "a node", "the nonce", {1'750'000'000'000}};

json::object good() {
    return json::parse(R"({"iss": "https://login.example.org", "aud": "a node", "sub": "2482",
                           "nonce": "the nonce", "exp": 1750000300, "iat": 1750000000})")
        .as_object();
}

struct Case {
    std::string name;
    std::string changes;  // merged into the good claims; null takes one away
    std::string refusal;  // empty: good
};

class Claims : public testing::TestWithParam<Case> {};

TEST_P(Claims, AreJudged) {
    auto claims = good();
    const auto changed = json::parse(GetParam().changes);
    for (const auto& [name, value] : changed.as_object()) {
        if (value.is_null())
            claims.erase(name);
        else
            claims[name] = value;
    }
    const auto identity = identity_from(claims, expectation);
    EXPECT_EQ(identity ? "" : identity.error().detail, GetParam().refusal);
    if (!identity) {
        EXPECT_EQ(identity.error().code, ProblemCode::openid_refused);
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, Claims,
    testing::Values(
        Case{"Good", "{}", ""},  //
        Case{"AnotherIssuer", R"({"iss": "https://login.example.com"})", "of another issuer"},
        Case{"IssuerWithASlashMore", R"({"iss": "https://login.example.org/"})",
             "of another issuer"},
        Case{"NoIssuer", R"({"iss": null})", "of another issuer"},
        Case{"AnotherAudience", R"({"aud": "another node"})", "for another client"},
        Case{"NoAudience", R"({"aud": null})", "for another client"},
        Case{"ListOfUs", R"({"aud": ["a node"]})", ""},
        Case{"EmptyList", R"({"aud": []})", "for another client"},
        Case{"SeveralWithoutParty", R"({"aud": ["a node", "another"]})", "for another client"},
        Case{"SeveralForUs", R"({"aud": ["a node", "another"], "azp": "a node"})", ""},
        Case{"SeveralForAnother", R"({"aud": ["a node", "another"], "azp": "another"})",
             "for another client"},
        Case{"ForUsAskedByAnother", R"({"azp": "another"})", "for another client"},
        Case{"ExpiredLately", R"({"exp": 1749999941})", ""},
        Case{"Expired", R"({"exp": 1749999940})", "expired"},
        Case{"NoEnd", R"({"exp": null})", "no time"},
        Case{"EndAsText", R"({"exp": "1750000300"})", "no time"},
        Case{"NoBeginning", R"({"iat": null})", "no time"},
        Case{"IssuedSoon", R"({"iat": 1750000060})", ""},
        Case{"IssuedLater", R"({"iat": 1750000061})", "issued later than now"},
        Case{"NotYetGood", R"({"nbf": 1750000061})", "not yet good"},
        Case{"AnotherNonce", R"({"nonce": "another"})", "wrong nonce"},
        Case{"NoNonce", R"({"nonce": null})", "wrong nonce"},
        Case{"NoSubject", R"({"sub": null})", "no subject"},
        Case{"EmptySubject", R"({"sub": ""})", "no subject"},
        Case{"NumberAsSubject", R"({"sub": 2482})", "no subject"}),
    [](const auto& each) { return each.param.name; });

TEST(AnIdentity, IsKnownByIssuerAndSubject) {
    EXPECT_EQ(identity_from(good(), expectation).value().text(), "https://login.example.org 2482");
}

TEST(AnIdentity, HasTheAddressThatTheProviderVerified) {
    const auto email = [](const char* claims) {
        return verified_email_of(json::parse(claims).as_object());
    };
    EXPECT_EQ(email(R"({"email": "a@example.org", "email_verified": true})"), "a@example.org");
    for (const auto* claims :
         {R"({"email": "a@example.org"})", R"({"email": "a@example.org", "email_verified": false})",
          R"({"email": "a@example.org", "email_verified": "true"})", R"({"email_verified": true})",
          R"({"email": 7, "email_verified": true})"})
        EXPECT_EQ(email(claims), "") << claims;
}

}  // namespace
}  // namespace tenpoint::openid

// SPDX-License-Identifier: Apache-2.0
#include "openid/signed_token.hpp"

#include <gtest/gtest.h>

#include "openid/key_set.hpp"
#include "signer.hpp"

namespace tenpoint::openid {
namespace {

constexpr std::string_view claims = R"({"sub":"somebody"})";

// "" where it was signed by that key, else why it was refused.
std::string refusal(std::string_view token, std::string_view key) {
    const auto read = SignedToken::read(token);
    if (!read) return read.error().detail;
    const auto said = read->claims_signed_by(key);
    return said ? "" : said.error().detail;
}

const Signer& rsa() {
    static const auto signer = Signer::rsa();
    return signer;
}
const Signer& ec() {
    static const auto signer = Signer::ec();
    return signer;
}

TEST(ASignedToken, IsReadWhereItsKeySignedIt) {
    for (const auto& [signer, algorithm] :
         {std::pair{&rsa(), "RS256"}, std::pair{&ec(), "ES256"}}) {
        const auto token = SignedToken::read(signer->sign(claims, algorithm, "a name")).value();
        EXPECT_EQ(token.key_name(), "a name");
        EXPECT_EQ(token.claims_signed_by(signer->public_key()).value().at("sub"), "somebody");
    }
}

TEST(ASignedToken, IsRefusedWhereAnotherKeySignedIt) {
    EXPECT_EQ(refusal(Signer::rsa().sign(claims, "RS256"), rsa().public_key()), "wrong signature");
    EXPECT_EQ(refusal(Signer::ec().sign(claims, "ES256"), ec().public_key()), "wrong signature");
}

TEST(ASignedToken, IsRefusedWhereAnythingOfItWasChanged) {
    const auto token = rsa().sign(claims, "RS256");
    const auto key = rsa().public_key();
    ASSERT_EQ(refusal(token, key), "");
    for (std::size_t at = 0; at < token.size(); at += 7) {
        if (token[at] == '.') continue;
        auto changed = token;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_NE(refusal(changed, key), "") << at;
    }
}

TEST(ASignedToken, IsNotBelievedWithoutASignature) {
    const std::string none = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzb21lYm9keSJ9.";  // {"alg":"none"}
    EXPECT_NE(refusal(none, rsa().public_key()), "");
    const auto token = rsa().sign(claims, "RS256");
    EXPECT_NE(refusal(token.substr(0, token.rfind('.') + 1), rsa().public_key()), "");
}

// The public key is known to everybody, and so no secret.
TEST(ASignedToken, IsRefusedWhereThePublicKeyWasTakenForASecret) {
    const auto forged = Signer::secret(rsa().public_key()).sign(claims, "HS256");
    EXPECT_EQ(refusal(forged, rsa().public_key()), "signed in another way");
    EXPECT_EQ(refusal(rsa().sign(claims, "RS512"), rsa().public_key()), "signed in another way");
}

TEST(ASignedToken, IsRefusedWithAKeyOfAnotherSortOrAWeakOne) {
    EXPECT_EQ(refusal(rsa().sign(claims, "RS256"), ec().public_key()), "unusable key");
    EXPECT_EQ(refusal(ec().sign(claims, "ES256"), rsa().public_key()), "unusable key");
    const auto weak = Signer::rsa(1024);
    EXPECT_EQ(refusal(weak.sign(claims, "RS256"), weak.public_key()), "unusable key");
}

TEST(ASignedToken, IsRefusedWhereItIsNone) {
    for (const auto* text : {"", ".", "..", "...", "a.b.c", "{}", "x", "eyJhbGciOiJSUzI1NiJ9.."})
        EXPECT_NE(refusal(text, rsa().public_key()), "") << text;
    EXPECT_EQ(refusal(rsa().sign("[]", "RS256"), rsa().public_key()), "claims are no JSON object");
    // {"alg":"RS256","crit":["exp"],"exp":1}
    EXPECT_EQ(
        refusal("eyJhbGciOiJSUzI1NiIsImNyaXQiOlsiZXhwIl0sImV4cCI6MX0.e30.AAAA", rsa().public_key()),
        "asks for an extension");
}

// Its members put before the others.
std::string with(std::string_view members, const std::string& key) {
    return "{" + std::string(members) + "," + key.substr(1);
}

TEST(ASetOfKeys, FindsAKeyByItsNameAndWhatItSigns) {
    const auto one = rsa().public_key();
    const auto two = ec().public_key();
    const auto set = KeySet::read(R"({"keys":[)" + with(R"("kid":"one")", one) + "," +
                                  with(R"("kid":"two","use":"sig")", two) + "]}")
                         .value();
    EXPECT_TRUE(set.find("one", Algorithm::rs256));
    EXPECT_TRUE(set.find("two", Algorithm::es256));
    EXPECT_FALSE(set.find("one", Algorithm::es256));
    EXPECT_FALSE(set.find("three", Algorithm::rs256));
    EXPECT_EQ(set.find("", Algorithm::rs256), set.find("one", Algorithm::rs256));
}

TEST(ASetOfKeys, LeavesOutWhatDoesNotSignAndWhatCannotBeToldApart) {
    const auto key = rsa().public_key();
    const auto set = KeySet::read(R"({"keys":[)" + with(R"("kid":"one","use":"enc")", key) + "," +
                                  with(R"("kid":"two","alg":"RS512")", key) + "," +
                                  with(R"("kid":"three")", key) + "," +
                                  with(R"("kid":"three")", key) + R"(,7,{"kty":"oct","k":"AA"}]})")
                         .value();
    for (const auto* name : {"one", "two", "three", ""})
        EXPECT_FALSE(set.find(name, Algorithm::rs256)) << name;
    for (const auto* text : {"", "{}", R"({"keys":{}})", "[]"})
        EXPECT_FALSE(KeySet::read(text)) << text;
}

}  // namespace
}  // namespace tenpoint::openid

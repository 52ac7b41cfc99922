// SPDX-License-Identifier: Apache-2.0
#include "web/second_factor.hpp"

#include <cctype>
#include <fstream>
#include <set>

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include "base/bytes.hpp"
#include "test_node.hpp"
#include "web/sessions.hpp"
#include "web/totp.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::seconds;
using enum ProblemCode;

class SecondFactorTest : public testing::Test {
  protected:
    template <class Work>
    auto write(Work work) {
        return node_.store().write(access::Principal::local_administrator("test"), work);
    }
    store::SecondFactor kept() {
        return node_.store()
            .read(node_.officer(),
                  [&](const store::Snapshot& snapshot) -> Result<store::SecondFactor> {
                      return snapshot.credentials().second_factor(node_.user()).value();
                  })
            .value();
    }
    // The authenticator: the code of now and of moments to come.
    std::string code(seconds later = seconds(0)) {
        std::string secret;
        from_hex(kept().secret, secret);
        const auto now = node_.clock().now();
        return totp_code(secret, totp_step({now.milliseconds + later.count() * 1000}));
    }
    Result<Enrolment> begin() {
        return write([&](store::Transaction& transaction) {
            return begin_second_factor(transaction, node_.randomness(), node_.user(), "officer");
        });
    }
    Result<std::vector<std::string>> confirm(const std::string& given) {
        return write([&](store::Transaction& transaction) {
            return confirm_second_factor(transaction, node_.randomness(), node_.user(), given);
        });
    }
    std::vector<std::string> enrol() {
        begin().value();
        return confirm(code()).value();
    }
    Result<std::string> sign_in(const std::string& given) {
        return sessions_.sign_in(TestNode::user_name, TestNode::password, {given, {}});
    }
    ProblemCode refusal(const std::string& given) { return sign_in(given).error().code; }

    TestNode node_;
    Sessions sessions_{node_.store()};
};

TEST_F(SecondFactorTest, CountsFromTheFirstRightCodeOn) {
    const auto enrolment = begin().value();
    EXPECT_TRUE(enrolment.address.ends_with("secret=" + enrolment.secret + "&issuer=Tenpoint"));
    EXPECT_TRUE(sign_in({}));
    EXPECT_EQ(confirm("000000x").error().code, wrong_second_factor);
    EXPECT_TRUE(sign_in({}));
    EXPECT_TRUE(confirm(code()));
    EXPECT_EQ(refusal({}), second_factor_required);
}

TEST_F(SecondFactorTest, IsAskedForOnlyOnceThePasswordIsRight) {
    enrol();
    EXPECT_EQ(sessions_.sign_in(TestNode::user_name, "wrong").error().code, wrong_credentials);
    EXPECT_EQ(sessions_.sign_in(TestNode::user_name, "wrong", {code(seconds(30)), {}}).error().code,
              wrong_credentials);
}

TEST_F(SecondFactorTest, TakesEachCodeOnce) {
    enrol();
    EXPECT_EQ(refusal(code()), wrong_second_factor);  // it has confirmed the factor
    const auto next = code(seconds(30));
    EXPECT_TRUE(sign_in(next));
    EXPECT_EQ(refusal(next), wrong_second_factor);
    node_.clock().pass(seconds(60));
    EXPECT_TRUE(sign_in(code()));
}

TEST_F(SecondFactorTest, GivesTenRecoveryCodesThatEachStandInOnce) {
    const auto codes = enrol();
    EXPECT_EQ(codes.size(), 10U);
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10U);
    EXPECT_TRUE(sign_in(codes[3]));
    EXPECT_EQ(refusal(codes[3]), wrong_second_factor);
    std::string typed;
    for (const char c : codes[4])
        if (c != '-') typed += std::string(1, static_cast<char>(std::tolower(c))) + " ";
    EXPECT_TRUE(sign_in(typed));
    EXPECT_EQ(refusal(typed), wrong_second_factor);
}

TEST_F(SecondFactorTest, IsNotReplacedByWhoHoldsASessionOnly) {
    enrol();
    EXPECT_EQ(begin().error().code, already_exists);
    EXPECT_EQ(confirm(code(seconds(30))).error().code, not_found);
}

TEST_F(SecondFactorTest, IsKeptSealedApartFromTheRecordAndItsRecoveryCodesAsHashes) {
    const auto codes = enrol();
    const auto& kind = record::kind_info<directory::User>();
    node_.store().read(access::Principal::local_administrator("test"),
                       [&](const store::Snapshot& snapshot) -> Result<void> {
                           const auto found = snapshot.get(kind, node_.user()).value();
                           const auto written = boost::json::serialize(kind.write(found.row));
                           EXPECT_EQ(written.find(kept().secret), std::string::npos);
                           return {};
                       });
    std::ifstream file(node_.store().folder() / "tenpoint.db", std::ios::binary);
    std::ifstream log(node_.store().folder() / "tenpoint.db-wal", std::ios::binary);
    const std::string bytes = std::string(std::istreambuf_iterator<char>(file), {}) +
                              std::string(std::istreambuf_iterator<char>(log), {});
    EXPECT_NE(bytes.find(TestNode::user_name), std::string::npos);  // the search itself works
    EXPECT_EQ(bytes.find(kept().secret), std::string::npos);
    for (const auto& each : codes)
        EXPECT_EQ(bytes.find(each), std::string::npos);
}

}  // namespace
}  // namespace tenpoint::web

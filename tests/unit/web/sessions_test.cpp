// SPDX-License-Identifier: Apache-2.0
#include "web/sessions.hpp"

#include <gtest/gtest.h>

#include "test_node.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

class SessionsTest : public testing::Test {
  protected:
    std::string sign_in() {
        return sessions_.sign_in(TestNode::user_name, TestNode::password).value();
    }

    TestNode node_;
    Sessions sessions_{node_.store()};
};

TEST_F(SessionsTest, NameAndPasswordOpenASessionOfTheUser) {
    const auto token = sign_in();
    const auto principal = sessions_.find(token);
    ASSERT_TRUE(principal);
    EXPECT_EQ(principal->user, node_.user());
    EXPECT_EQ(principal->role, access::Role::information_officer);
    EXPECT_EQ(principal->sort, access::Principal::Sort::user);
    EXPECT_NE(token, sign_in());
}

TEST_F(SessionsTest, AWrongPasswordAndAnUnknownNameAreRefusedAlike) {
    for (const auto& [name, password] : {std::pair{TestNode::user_name, std::string_view("wrong")},
                                         std::pair{std::string_view("nobody"), TestNode::password},
                                         std::pair{TestNode::user_name, std::string_view()}}) {
        const auto refused = sessions_.sign_in(name, password);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ProblemCode::wrong_credentials);
    }
}

TEST_F(SessionsTest, AForeignOrSignedOutTokenIsNobodys) {
    EXPECT_FALSE(sessions_.find(""));
    EXPECT_FALSE(sessions_.find(std::string(64, '0')));
    const auto token = sign_in();
    sessions_.sign_out(token);
    EXPECT_FALSE(sessions_.find(token));
}

TEST_F(SessionsTest, ASessionEndsTwelveHoursAfterItWasLastUsed) {
    const auto token = sign_in();
    node_.clock().pass(hours(11));
    EXPECT_TRUE(sessions_.find(token));
    node_.clock().pass(hours(11));
    EXPECT_TRUE(sessions_.find(token));
    node_.clock().pass(hours(12) + minutes(1));
    EXPECT_FALSE(sessions_.find(token));
}

TEST_F(SessionsTest, ADisabledAccountIsOutAtOnce) {
    const auto token = sign_in();
    node_.store()
        .write(access::Principal::local_administrator("test"),
               [&](store::Transaction& transaction) -> Result<void> {
                   TENPOINT_TRY(user, transaction.get<directory::User>(node_.user()));
                   user.value.disabled = true;
                   TENPOINT_CHECK(transaction.update(user));
                   return {};
               })
        .value();
    EXPECT_FALSE(sessions_.find(token));
    EXPECT_FALSE(sessions_.sign_in(TestNode::user_name, TestNode::password));
}

TEST_F(SessionsTest, TheCsrfTokenBelongsToOneSession) {
    const auto token = sign_in();
    EXPECT_TRUE(Sessions::is_csrf_token(Sessions::csrf_token(token), token));
    EXPECT_FALSE(Sessions::is_csrf_token(Sessions::csrf_token(sign_in()), token));
    EXPECT_FALSE(Sessions::is_csrf_token("", token));
    EXPECT_EQ(Sessions::csrf_token(token).find(token), std::string::npos);
}

}  // namespace
}  // namespace tenpoint::web

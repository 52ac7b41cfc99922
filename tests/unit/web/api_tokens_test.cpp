// SPDX-License-Identifier: Apache-2.0
#include "web/api_tokens.hpp"

#include <gtest/gtest.h>

#include "test_node.hpp"
#include "web/service.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::hours;
using store::TokenScope;

class TokenTest : public testing::Test {
  protected:
    TokenTest() {
        const auto answer = [](Request&) -> Result<Response> { return empty_response(); };
        Routes routes{{.method = Method::get, .path = "/api/reading", .answer = answer},
                      {.method = Method::post, .path = "/api/importing", .answer = answer},
                      {.method = Method::post, .path = "/api/writing", .answer = answer},
                      {.method = Method::get, .path = "/api/own", .answer = answer}};
        routes[1].for_imports = true;
        routes[3].only_in_session = true;
        service_ = std::make_unique<Service>(std::move(routes), sessions_, files_, rates_);
    }

    std::string issue(TokenScope scope, std::int64_t days = 30) {
        return sessions_.tokens().issue(node_.user(), "script", scope, days).value().token;
    }
    // The status with which a request with that token is refused; 0: it is let in.
    int refusal(Method method, std::string path, const std::string& token) {
        Request request;
        request.method = method;
        request.target = parse_target("/api/" + path).value();
        request.headers.set("Authorization", "Bearer " + token);
        const auto refused = service_->admit(request);
        if (!refused) {
            EXPECT_EQ(request.principal.user, node_.user());
        }
        return refused ? refused->status : 0;
    }
    void disable(bool disabled) {
        node_.store()
            .write(access::Principal::local_administrator("test"),
                   [&](store::Transaction& transaction) -> Result<void> {
                       TENPOINT_TRY(user, transaction.get<directory::User>(node_.user()));
                       user.value.disabled = disabled;
                       TENPOINT_CHECK(transaction.update(user));
                       return {};
                   })
            .value();
    }

    TestNode node_;
    Sessions sessions_{node_.store()};
    StaticFiles files_{{}, node_.randomness()};
    RateLimiter rates_{node_.clock(), 0};
    std::unique_ptr<Service> service_;
};

TEST_F(TokenTest, OpensWhatItsScopeAllowsAndNothingMore) {
    struct Row {
        TokenScope scope;
        int reading, importing, writing;
    };
    for (const auto& [scope, reading, importing, writing] :
         {Row{TokenScope::read, 0, 403, 403}, Row{TokenScope::import, 0, 0, 403},
          Row{TokenScope::write, 0, 0, 0}}) {
        const auto token = issue(scope);
        EXPECT_EQ(refusal(Method::get, "reading", token), reading);
        EXPECT_EQ(refusal(Method::post, "importing", token), importing);
        EXPECT_EQ(refusal(Method::post, "writing", token), writing);
        EXPECT_EQ(refusal(Method::get, "own", token), 403);
    }
}

TEST_F(TokenTest, ForgedOnesAreNobodys) {
    const auto token = issue(TokenScope::read);
    for (const auto& forged :
         {std::string{"x"}, token.substr(1), token + "0", std::string(73, '0')})
        EXPECT_EQ(refusal(Method::get, "reading", forged), 401) << forged;
}

TEST_F(TokenTest, EndsOnItsDay) {
    const auto token = issue(TokenScope::read, 2);
    node_.clock().pass(hours(47));
    EXPECT_EQ(refusal(Method::get, "reading", token), 0);
    node_.clock().pass(hours(2));
    EXPECT_EQ(refusal(Method::get, "reading", token), 401);
}

TEST_F(TokenTest, RestsWithADisabledAccount) {
    const auto token = issue(TokenScope::read);
    disable(true);
    EXPECT_EQ(refusal(Method::get, "reading", token), 401);
    disable(false);
    EXPECT_EQ(refusal(Method::get, "reading", token), 0);
}

TEST_F(TokenTest, IsNamedInTheHistoryAndItsUseIsSeen) {
    const auto token = issue(TokenScope::write);
    EXPECT_EQ(sessions_.tokens().find(token)->principal.name, "officer (token script)");
    node_.store().read(node_.officer(), [&](const store::Snapshot& snapshot) -> Result<void> {
        const auto kept = snapshot.credentials().tokens(node_.user());
        EXPECT_EQ(kept.front().used_at, node_.clock().now());
        EXPECT_NE(kept.front().token_hash, token);
        return {};
    });
}

TEST_F(TokenTest, AreNotMadeWithoutEnd) {
    for (std::size_t i = 0; i < ApiTokens::most_tokens; ++i)
        issue(TokenScope::read);
    EXPECT_EQ(sessions_.tokens().issue(node_.user(), "more", TokenScope::read, 1).error().code,
              ProblemCode::invalid_fields);
}

}  // namespace
}  // namespace tenpoint::web

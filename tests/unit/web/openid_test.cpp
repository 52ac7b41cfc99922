// SPDX-License-Identifier: Apache-2.0
// What keeps signing in through a provider to one browser and one moment, and whom it asks.
#include <future>
#include <semaphore>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "certificates.hpp"
#include "openid/fetcher.hpp"
#include "served.hpp"
#include "web/openid_cookie.hpp"

namespace tenpoint::web {
namespace {

class OpenidCookieTest : public testing::Test {
  protected:
    // The cookie that a browser is given, as it shows it.
    template <class Content>
    Request browser_with(const Content& content, bool is_secure = false) {
        Request request;
        request.is_secure = is_secure;
        Response response;
        cookie_.set(response, request, content);
        given_ = std::string(response.headers.get("Set-Cookie"));
        request.headers.set("Cookie", given_.substr(0, given_.find(';')));
        return request;
    }

    TestNode node_;
    OpenidCookie cookie_{node_.store()};
    OpenidCookie::Begun begun_{openid::Attempt::make(node_.randomness()), "/figures"};
    std::string given_;
};

TEST_F(OpenidCookieTest, BringsTheAttemptBackOnce) {
    const auto request = browser_with(begun_);
    const auto taken = cookie_.take_begun(request, begun_.attempt.state).value();
    EXPECT_EQ(taken.attempt.verifier, begun_.attempt.verifier);
    EXPECT_EQ(taken.attempt.nonce, begun_.attempt.nonce);
    EXPECT_EQ(taken.return_to, "/figures");
    EXPECT_FALSE(cookie_.take_begun(request, begun_.attempt.state));
}

TEST_F(OpenidCookieTest, IsOfNoUseWithAnotherStateOrAfterItsTime) {
    const auto request = browser_with(begun_);
    EXPECT_FALSE(cookie_.take_begun(request, ""));
    EXPECT_FALSE(cookie_.take_begun(request, begun_.attempt.nonce));
    node_.clock().pass(std::chrono::minutes{10} + std::chrono::seconds{1});
    EXPECT_FALSE(cookie_.take_begun(request, begun_.attempt.state));
}

TEST_F(OpenidCookieTest, TellsTheBrowserNothingAndIsShownToItsRoutesAlone) {
    browser_with(begun_, true);
    EXPECT_NE(given_.find("; Path=/api/session/openid; HttpOnly; SameSite=Strict; Max-Age=600; "
                          "Secure"),
              std::string::npos)
        << given_;
    for (const auto& secret : {begun_.attempt.state, begun_.attempt.nonce, begun_.attempt.verifier})
        EXPECT_EQ(given_.find(secret), std::string::npos);
    browser_with(begun_, false);
    EXPECT_EQ(given_.find("Secure"), std::string::npos);
}

TEST_F(OpenidCookieTest, OfAnotherNodeOrForAnotherStepIsNone) {
    TestNode other;
    OpenidCookie elsewhere(other.store());
    EXPECT_FALSE(elsewhere.take_begun(browser_with(begun_), begun_.attempt.state));
    EXPECT_FALSE(cookie_.vouched(browser_with(begun_)));
    const OpenidCookie::Vouched vouched{node_.user(), "https://login.example.org 2482", "/"};
    EXPECT_FALSE(cookie_.take_begun(browser_with(vouched), ""));
    const auto taken = cookie_.vouched(browser_with(vouched)).value();
    EXPECT_EQ(taken.account, node_.user());
    EXPECT_EQ(taken.identity, vouched.identity);
    Request empty;
    EXPECT_FALSE(cookie_.vouched(empty));
}

TEST_F(OpenidCookieTest, WaitsForACodeOnlyForItsTime) {
    const auto request = browser_with(OpenidCookie::Vouched{node_.user(), "x y", "/"});
    node_.clock().pass(std::chrono::minutes{10});
    EXPECT_TRUE(cookie_.vouched(request));
    node_.clock().pass(std::chrono::seconds{1});
    EXPECT_EQ(cookie_.vouched(request).error().code, ProblemCode::openid_refused);
}

class AskingElsewhere : public testing::Test, protected Served {
  protected:
    AskingElsewhere() {
        spdlog::set_level(spdlog::level::off);
        add("/api/large", [](Request&) -> Result<Response> {
            return text_response(std::string(300 * 1024, 'x'), "text/plain");
        });
        add("/api/elsewhere", [](Request&) -> Result<Response> {
            auto response = text_response("", "text/plain");
            response.status = 302;
            response.headers.set("Location", "/api/health");
            return response;
        });
        add("/api/slow", [this](Request&) -> Result<Response> {
            entered_.release();
            std::this_thread::sleep_for(std::chrono::seconds{3});
            return text_response("late", "text/plain");
        });
    }
    ~AskingElsewhere() override { stop(); }

    void add(std::string path, std::function<Result<Response>(Request&)> answer) {
        routes.push_back({.method = Method::get,
                          .path = std::move(path),
                          .answer = std::move(answer),
                          .audience = Audience::everybody});
    }
    std::string address(std::string_view path, std::string_view scheme = "http") const {
        return std::string(scheme) + "://127.0.0.1:" + std::to_string(port) + std::string(path);
    }

    std::counting_semaphore<> entered_{0};  // once for each time that the slow answer was begun
};

TEST_F(AskingElsewhere, GetsASmallAnswerAndFollowsNobody) {
    start();
    const openid::Fetcher fetcher(std::chrono::seconds{5});
    const auto answer = fetcher.ask({address("/api/health")}).value();
    EXPECT_EQ(answer.status, 200);
    EXPECT_TRUE(has(answer.body, "1.2.3"));
    EXPECT_EQ(fetcher.ask({address("/api/elsewhere")}).value().status, 302);
    EXPECT_FALSE(fetcher.ask({address("/api/large")}));
}

TEST_F(AskingElsewhere, GivesUpInTimeAndWhenItIsToldTo) {
    start();
    openid::Fetcher fetcher(std::chrono::seconds{60});
    auto asked = std::async([&] { return fetcher.ask({address("/api/slow")}).has_value(); });
    entered_.acquire();
    fetcher.stop();
    EXPECT_FALSE(asked.get());
    EXPECT_FALSE(openid::Fetcher(std::chrono::milliseconds{200}).ask({address("/api/slow")}));
}

TEST_F(AskingElsewhere, BelievesNobodyWhomNoAuthorityVouchesFor) {
    const TestCertificate certificate("127.0.0.1");
    const auto folder = node.store().staging_folder();
    std::ofstream(folder / "cert.pem") << certificate.certificate();
    std::ofstream(folder / "key.pem") << certificate.key();
    options.tls = {folder / "cert.pem", folder / "key.pem"};
    start();
    const auto refused =
        openid::Fetcher(std::chrono::seconds{5}).ask({address("/api/health", "https")});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(has(refused.error().detail, "certificate")) << refused.error().detail;
}

}  // namespace
}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
//
// How many may be connected, and how often somebody may ask.
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "served.hpp"

namespace tenpoint::web {
namespace {

class LimitsTest : public testing::Test, protected Served {
  protected:
    LimitsTest() {
        spdlog::set_level(spdlog::level::off);
        options.proxies.add("127.0.0.0/8");
    }

    // How many of so many requests in a row are answered.
    int answered(int asked, std::string_view more = {}) const {
        int count = 0;
        for (int i = 0; i < asked; ++i)
            count += ask(more).starts_with("HTTP/1.1 200 ") ? 1 : 0;
        return count;
    }
    std::string ask(std::string_view more) const {
        return get("/metrics", "Authorization: Bearer token of the house\r\n" + std::string(more));
    }
    static std::string from(std::string_view address) {
        return "X-Forwarded-For: " + std::string(address) + "\r\n";
    }
};

TEST_F(LimitsTest, WhoeverAsksTooOftenIsToldWhenToGoOn) {
    start(0.5);
    EXPECT_EQ(answered(7, from("192.0.2.1")), 5);
    const auto heard = ask(from("192.0.2.1"));
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 429 ")) << heard;
    EXPECT_TRUE(has(heard, "\r\nRetry-After: 2\r\n")) << heard;
    EXPECT_TRUE(has(heard, R"("code":"too_many_requests")")) << heard;
    node.clock().pass(std::chrono::seconds(2));
    EXPECT_EQ(answered(2, from("192.0.2.1")), 1);
}

TEST_F(LimitsTest, AnAddressIsBelievedOnlyFromAProxy) {
    options.proxies = {};
    start(0.5);
    EXPECT_EQ(answered(3, from("192.0.2.1")) + answered(4, from("192.0.2.2")), 5);
}

// As HAProxy does it: the client's own line first, the proxy's behind it.
TEST_F(LimitsTest, ALineThatTheClientTypedItselfIsNotBelieved) {
    start(0.5);
    int count = 0;
    for (int i = 0; i < 7; ++i)
        count += answered(1, from("198.51.100." + std::to_string(i)) + from("192.0.2.1"));
    EXPECT_EQ(count, 5);
    EXPECT_EQ(answered(1, from("192.0.2.9") + from("192.0.2.1, 127.0.0.2")), 0);
}

TEST_F(LimitsTest, OneAddressDoesNotUseUpAnothersShareNorAnAccounts) {
    start(0.5);
    EXPECT_EQ(answered(7, from("192.0.2.1")), 5);
    EXPECT_EQ(answered(7, from("192.0.2.2")), 5);
    const auto mine = cookie();
    EXPECT_EQ(answered(7, from("192.0.2.1") + mine), 5);
    // The account's share is used up, whatever address it asks from.
    EXPECT_EQ(answered(1, from("192.0.2.3") + mine), 0);
    // So it is to its tokens.
    const auto issued = sessions.tokens().issue(node.user(), "a", store::TokenScope::read, 1);
    const auto token = "Authorization: Bearer " + issued.value().token + "\r\n";
    EXPECT_TRUE(get("/api/session", from("192.0.2.3") + token).starts_with("HTTP/1.1 429 "));
}

TEST_F(LimitsTest, NoStrangerKeepsOthersOfTheAddressFromSigningIn) {
    start(0.5);
    EXPECT_EQ(answered(7, from("192.0.2.1")), 5);
    const auto made_up = "Cookie: tenpoint_session=" + std::string(64, '0') + "\r\n";
    EXPECT_EQ(answered(7, from("192.0.2.1") + made_up), 0);
    const auto heard = post("/api/session", R"({"name":"officer","password":"a long enough one"})",
                            from("192.0.2.1"));
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 200 ")) << heard;
    const auto session = heard.find("tenpoint_session=");
    const auto mine = "Cookie: " + heard.substr(session, 17 + 64) + "\r\n";
    EXPECT_EQ(answered(7, from("192.0.2.1") + mine), 5);
}

// What was not looked up is not known: a token that would be good is refused with the others.
TEST_F(LimitsTest, TokensThatAreMadeUpAreNotLookedUpWithoutEnd) {
    start(0.5);
    const auto bearer = [&](const std::string& token) {
        return get("/api/session", from("192.0.2.1") + "Authorization: Bearer " + token + "\r\n");
    };
    const auto issue = [&] {
        return sessions.tokens().issue(node.user(), "a", store::TokenScope::read, 1).value().token;
    };
    const auto at_work = issue();
    EXPECT_TRUE(bearer(at_work).starts_with("HTTP/1.1 200 "));
    for (int i = 0; i < 4; ++i)
        EXPECT_TRUE(bearer("made up " + std::to_string(i)).starts_with("HTTP/1.1 401 "));
    EXPECT_TRUE(bearer("made up").starts_with("HTTP/1.1 429 "));
    EXPECT_TRUE(bearer(issue()).starts_with("HTTP/1.1 429 "));
    EXPECT_TRUE(bearer(at_work).starts_with("HTTP/1.1 200 ")) << "who was there before";
}

TEST_F(LimitsTest, AnAddressThatDoesNotExistCountsToo) {
    start(0.5);
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(get("/api/none").starts_with("HTTP/1.1 404 "));
    EXPECT_TRUE(get("/api/none").starts_with("HTTP/1.1 429 "));
}

TEST_F(LimitsTest, TheInterfaceItselfIsNotCounted) {
    start(0.5);
    for (int i = 0; i < 20; ++i)
        EXPECT_FALSE(get("/").starts_with("HTTP/1.1 429 "));
}

TEST_F(LimitsTest, NorIsWhoeverWatchesTheNode) {
    start(0.5);
    EXPECT_EQ(answered(7), 5);
    for (const auto* path : {"/api/health", "/api/health/live", "/api/health/ready"})
        for (int i = 0; i < 7; ++i)
            EXPECT_TRUE(get(path).starts_with("HTTP/1.1 200 ")) << path;
}

TEST_F(LimitsTest, OneConnectionTooManyIsToldSo) {
    options.most_connections = 2;
    options.most_refused = 1;
    start();
    Client first(port);
    Client second(port);
    for (auto* client : {&first, &second}) {
        client->say("GET /api/health/live HTTP/1.1\r\n\r\n");
        EXPECT_TRUE(has(client->hear("true}"), "200 OK"));
    }
    const auto heard = get("/api/health/live");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 503 ")) << heard;
    EXPECT_TRUE(has(heard, "\r\nRetry-After: ")) << heard;
    EXPECT_TRUE(has(heard, R"("code":"server_busy")")) << heard;
    Client third(port);
    EXPECT_EQ(get("/api/health/live"), "");  // more than may be told so
}

TEST_F(LimitsTest, OneAddressDoesNotTakeAllConnections) {
    options.proxies = {};
    options.most_connections = 3;
    options.most_of_one = 2;
    options.most_refused = 1;
    start();
    const Client first(port);
    const Client second(port);
    const auto heard = get("/api/health/live");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 503 ")) << heard;
    const Client third(port);
    EXPECT_EQ(get("/api/health/live"), "");  // more than may be told so
    EXPECT_TRUE(get("/api/health/live", {}, "127.0.0.2").starts_with("HTTP/1.1 200 "));
}

TEST_F(LimitsTest, AProxyHasTheConnectionsOfAllWhoComeThroughIt) {
    options.most_of_one = 1;
    start();
    const Client first(port);
    const Client second(port);
    EXPECT_EQ(answered(1), 1);
}

TEST_F(LimitsTest, WhoeverConnectsAndSaysNothingIsNotWaitedForAsOneWhoHasAsked) {
    options.header_time = std::chrono::milliseconds(200);
    start();
    Client asker(port);
    asker.say("GET /api/health/live HTTP/1.1\r\n\r\n");
    asker.hear("true}");
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(Client(port).hear(), "");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
    asker.say("GET /api/health/live HTTP/1.1\r\n\r\n");
    EXPECT_TRUE(has(asker.hear("true}"), "200 OK"));
}

TEST_F(LimitsTest, APlaceIsFreeAgainWhenSomebodyLeaves) {
    options.most_connections = 1;
    start();
    {
        Client only(port);
        only.say("GET /api/health/live HTTP/1.1\r\n\r\n");
        only.hear("true}");
        EXPECT_EQ(answered(1), 0);
    }
    int tries = 0;
    while (answered(1) == 0 && ++tries < 50)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_LT(tries, 50);
}

TEST_F(LimitsTest, AProxyMaySayThatItWasAskedOverTls) {
    start();
    EXPECT_TRUE(has(get("/api/health", "X-Forwarded-Proto: https\r\n"), "Strict-Transport-"));
    EXPECT_FALSE(has(get("/api/health", "X-Forwarded-Proto: http\r\n"), "Strict-Transport-"));
    EXPECT_FALSE(has(get("/api/health", "X-Forwarded-Proto: https\r\nX-Forwarded-Proto: http\r\n"),
                     "Strict-Transport-"));
}

TEST_F(LimitsTest, NobodyElseMaySayThatItWasAskedOverTls) {
    options.proxies = {};
    start();
    EXPECT_FALSE(has(get("/api/health", "X-Forwarded-Proto: https\r\n"), "Strict-Transport-"));
}

}  // namespace
}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#include "web/server.hpp"

#include <atomic>
#include <fstream>
#include <future>
#include <list>
#include <stdexcept>
#include <thread>

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "served.hpp"

namespace tenpoint::web {
namespace {

using std::chrono::milliseconds;

class ServerTest : public testing::Test, protected Served {
  protected:
    ServerTest() {
        spdlog::set_level(spdlog::level::off);
        routes.push_back({.method = Method::post,
                          .path = "/api/echo",
                          .answer = [](Request& request) -> Result<Response> {
                              return text_response(request.body, "text/plain");
                          },
                          .audience = Audience::everybody,
                          .body = BodySort::json,
                          .body_limit = 100'000});
        routes.push_back({.method = Method::post,
                          .path = "/api/upload",
                          .answer = [](Request& request) -> Result<Response> {
                              std::ifstream file(request.upload->path(), std::ios::binary);
                              const std::string bytes(std::istreambuf_iterator<char>(file), {});
                              return text_response(
                                  std::to_string(bytes.size()) + bytes.substr(0, 3), "text/plain");
                          },
                          .audience = Audience::everybody,
                          .body = BodySort::file,
                          .body_limit = 10'000'000});
        routes.push_back({.method = Method::get,
                          .path = "/api/bug",
                          .answer = [](Request&) -> Result<Response> {
                              throw std::runtime_error("secret of the house");
                          },
                          .audience = Audience::everybody});
        routes.push_back({.method = Method::get,
                          .path = "/api/stream",
                          .answer = [](Request&) -> Result<Response> {
                              auto response = text_response({}, "text/plain");
                              response.body = BodyStream{[left = 3]() mutable {
                                  return left-- > 0 ? std::string("piece") : std::string();
                              }};
                              return response;
                          },
                          .audience = Audience::everybody});
        routes.push_back({.method = Method::get,
                          .path = "/api/slow",
                          .answer = [](Request&) -> Result<Response> {
                              std::this_thread::sleep_for(milliseconds(300));
                              return text_response("done", "text/plain");
                          },
                          .audience = Audience::everybody});
        routes.push_back({.method = Method::post,
                          .path = "/api/heavy",
                          .answer = [this](Request&) -> Result<Response> {
                              ++taking_turns_;
                              opened_.wait_for(std::chrono::seconds(30));
                              return text_response("done", "text/plain");
                          },
                          .audience = Audience::everybody,
                          .body = BodySort::json,
                          .takes_turns = true});
        routes.push_back({.method = Method::post,
                          .path = "/api/change",
                          .answer = [this](Request&) -> Result<Response> {
                              ++changing_;
                              opened_.wait_for(std::chrono::seconds(30));
                              return text_response("done", "text/plain");
                          },
                          .audience = Audience::everybody,
                          .body = BodySort::json});
        routes.push_back({.method = Method::get,
                          .path = "/api/held",
                          .answer = [this](Request& request) -> Result<Response> {
                              auto response = text_response(request.address, "text/plain");
                              response.hold = hold_;
                              return response;
                          },
                          .audience = Audience::everybody});
        options.proxies.add("127.0.0.0/8");
        start();
    }
    ~ServerTest() override { stop(); }

    // Asks for /api/heavy, through the proxy.
    void ask_for_heavy(Client& client, const std::string& address) {
        client.say(
            "POST /api/heavy HTTP/1.1\r\nContent-Type: application/json\r\n"
            "X-Forwarded-For: " +
            address + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
    }

    static void wait_for(const std::atomic<int>& count, int wanted) {
        for (int tries = 0; count < wanted && tries < 2000; ++tries)
            std::this_thread::sleep_for(milliseconds(10));
        EXPECT_EQ(count, wanted);
    }

    // Of many who asked at once, whoever is answered first: which of them comes too late is not
    // said.
    static Client& first_answered(std::list<Client>& crowd) {
        for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);;) {
            for (auto& client : crowd)
                if (client.is_answered()) return client;
            if (std::chrono::steady_clock::now() > end) throw std::runtime_error("no answer");
            std::this_thread::sleep_for(milliseconds(5));
        }
    }

    milliseconds hold_{400};   // of /api/held
    std::promise<void> gate_;  // opens what /api/heavy and /api/change wait for
    std::atomic<int> taking_turns_ = 0, changing_ = 0;
    std::shared_future<void> opened_ = gate_.get_future().share();
};

TEST_F(ServerTest, SaysThatItLives) {
    const auto heard = exchange("GET /api/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 200 OK\r\n")) << heard;
    EXPECT_EQ(body_of(heard), R"({"live":true,"ready":true,"version":"1.2.3"})");
    for (const auto* field :
         {"Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
          "Cache-Control: no-store", "Date: "})
        EXPECT_TRUE(has(heard, field)) << field;
}

TEST_F(ServerTest, AnswersSeveralRequestsOnOneConnectionInOrder) {
    Client client(port);
    client.say("GET /api/health HTTP/1.1\r\n\r\nGET /api/session HTTP/1.1\r\n\r\n");
    const auto heard = client.hear("\"unauthorized\"");
    EXPECT_LT(heard.find("200 OK"), heard.find("401 Unauthorized"));
}

TEST_F(ServerTest, SendsOnlyTheHeaderForHead) {
    const auto heard = exchange("HEAD /api/health HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(has(heard, "Content-Length: 44")) << heard;
    EXPECT_EQ(body_of(heard), "");
}

TEST_F(ServerTest, ReadsABodyInPiecesAndByChunks) {
    Client client(port);
    client.say(
        "POST /api/echo HTTP/1.1\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n");
    std::this_thread::sleep_for(milliseconds(50));
    client.say("2\r\nde\r\n0\r\n\r\n");
    EXPECT_EQ(body_of(client.hear()), "abcde");
}

TEST_F(ServerTest, SpoolsAnUploadToTheDisk) {
    stop();
    options.stall_time = std::chrono::seconds(20);  // the disk may have other work
    start();
    std::string request =
        "POST /api/upload HTTP/1.1\r\nContent-Type: application/octet-stream\r\n"
        "Expect: 100-continue\r\nConnection: close\r\nContent-Length: 9000000\r\n\r\n";
    Client client(port);
    client.say(request);
    EXPECT_EQ(client.hear("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    client.say("abc" + std::string(8'999'997, '.'));
    EXPECT_EQ(body_of(client.hear()), "9000000abc");
    EXPECT_TRUE(std::filesystem::is_empty(options.upload_folder));
}

TEST_F(ServerTest, RefusesABodyThatIsTooLargeBeforeItIsThere) {
    const auto heard = exchange(
        "POST /api/echo HTTP/1.1\r\nContent-Type: application/json\r\n"
        "Content-Length: 100001\r\n\r\n");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 413 ")) << heard;
    EXPECT_TRUE(has(heard, "Connection: close"));
}

TEST_F(ServerTest, RefusesChunksThatBecomeTooMuch) {
    const auto chunk = "ffff\r\n" + std::string(0xffff, 'x') + "\r\n";
    const auto heard = exchange(
        "POST /api/echo HTTP/1.1\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n" +
        chunk + chunk + chunk);
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 413 ")) << heard.substr(0, 200);
}

TEST_F(ServerTest, DoesNotWaitForASlowHeaderOrBody) {
    EXPECT_TRUE(exchange("GET /api/health HT").starts_with("HTTP/1.1 408 "));
    EXPECT_TRUE(exchange("POST /api/echo HTTP/1.1\r\nContent-Type: application/json\r\n"
                         "Content-Length: 10\r\n\r\nabc")
                    .starts_with("HTTP/1.1 408 "));
}

TEST_F(ServerTest, AnswersWhatItDoesNotUnderstandWithAProblem) {
    struct Row {
        std::string request;
        std::string status;
    };
    const std::string json = "Content-Type: application/json\r\n";
    for (const auto& [request, status] : {
             Row{"nonsense\r\n\r\n", "400 "},
             Row{"GET /a%zz HTTP/1.1\r\n\r\n", "400 "},
             Row{"GET /api/none HTTP/1.1\r\n\r\n", "404 "},
             Row{"PUT /api/echo HTTP/1.1\r\n\r\n", "405 "},
             Row{"BREW /api/echo HTTP/1.1\r\n\r\n", "405 "},
             Row{"POST /somewhere HTTP/1.1\r\n\r\n", "405 "},
             Row{"POST /api/echo HTTP/1.1\r\nContent-Type: text/plain\r\n\r\n", "415 "},
             Row{"GET /api/health?x=1 HTTP/1.1\r\n\r\n", "400 "},
             Row{"GET /api/session HTTP/1.1\r\n\r\n", "401 "},
             Row{"GET / HTTP/1.1\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", "431 "},
             Row{"POST /api/session HTTP/1.1\r\n" + json + "Content-Length: 2\r\n\r\n[]", "400 "},
             Row{"POST /api/session HTTP/1.1\r\n" + json + "Content-Length: 2\r\n\r\n{}", "422 "},
         }) {
        Client client(port);
        client.say(request);
        const auto heard = client.hear("\"status\"");
        EXPECT_TRUE(heard.starts_with("HTTP/1.1 " + status)) << request << '\n' << heard;
        EXPECT_TRUE(has(heard, "Content-Type: application/problem+json")) << request;
    }
}

TEST_F(ServerTest, KeepsToItselfWhyItFailed) {
    const auto heard =
        exchange("GET /api/bug HTTP/1.1\r\nAccept-Language: fr\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(heard.starts_with("HTTP/1.1 500 ")) << heard;
    EXPECT_FALSE(has(heard, "secret"));
    EXPECT_TRUE(has(heard, "X-Request-Id: "));
    EXPECT_TRUE(has(heard, "journal")) << heard;
}

TEST_F(ServerTest, StreamsWhatHasNoKnownLength) {
    const auto heard = exchange("GET /api/stream HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(body_of(heard), "5\r\npiece\r\n5\r\npiece\r\n5\r\npiece\r\n0\r\n\r\n");
}

TEST_F(ServerTest, SignsInAndOutAndGuardsChanges) {
    const std::string body = R"({"name":"officer","password":"a long enough one"})";
    const auto in = exchange(
        "POST /api/session HTTP/1.1\r\nContent-Type: application/json\r\n"
        "Connection: close\r\nContent-Length: " +
        std::to_string(body.size()) + "\r\n\r\n" + body);
    EXPECT_TRUE(in.starts_with("HTTP/1.1 200 ")) << in;
    EXPECT_TRUE(has(in, "HttpOnly; SameSite=Strict"));
    const auto token = in.substr(in.find("tenpoint_session=") + 17, 64);
    const auto csrf = in.substr(in.find("\"csrf\":\"") + 8, 64);
    const auto ask = [&](std::string_view method, const std::string& more) {
        return exchange(std::string(method) +
                        " /api/session HTTP/1.1\r\nConnection: close\r\n"
                        "Cookie: tenpoint_session=" +
                        token + "\r\n" + more + "\r\n");
    };
    EXPECT_TRUE(has(ask("GET", ""), "\"role\":\"information_officer\""));
    EXPECT_TRUE(has(ask("DELETE", ""), "csrf_token_missing"));
    EXPECT_TRUE(ask("DELETE", "X-Tenpoint-Csrf: " + csrf + "\r\n").starts_with("HTTP/1.1 204 "));
    EXPECT_TRUE(ask("GET", "").starts_with("HTTP/1.1 401 "));
}

TEST_F(ServerTest, AnswersOthersHoweverManyWaitForWorkThatTakesTurns) {
    std::list<Client> crowd;
    const auto ask = [&] {
        ask_for_heavy(crowd.emplace_back(port), "192.0.2." + std::to_string(crowd.size()));
    };
    ask();
    wait_for(taking_turns_, 1);
    for (int i = 0; i < 64; ++i)
        ask();
    const auto health = exchange("GET /api/health HTTP/1.1\r\nConnection: close\r\n\r\n");
    EXPECT_TRUE(health.starts_with("HTTP/1.1 200 ")) << health;
    ask();
    auto& refused = first_answered(crowd);
    const auto too_many = refused.hear();
    EXPECT_TRUE(too_many.starts_with("HTTP/1.1 503 ")) << too_many;
    EXPECT_TRUE(has(too_many, "Retry-After: ")) << too_many;
    gate_.set_value();
    for (auto& client : crowd) {
        if (&client == &refused) continue;
        EXPECT_EQ(body_of(client.hear()), "done");
    }
}

// So many changes share a commit, and no reader waits for it.
TEST_F(ServerTest, WorksOnManyChangesAtOnceAndAnswersReadersMeanwhile) {
    std::list<Client> crowd;
    for (int i = 0; i < options.changing_threads + 8; ++i)
        crowd.emplace_back(port).say(
            "POST /api/change HTTP/1.1\r\nContent-Type: application/json\r\n"
            "Connection: close\r\nContent-Length: 2\r\n\r\n{}");
    wait_for(changing_, options.changing_threads);
    EXPECT_TRUE(get("/api/health").starts_with("HTTP/1.1 200 "));
    gate_.set_value();
    EXPECT_EQ(body_of(crowd.back().hear()), "done");
}

TEST_F(ServerTest, LetsNoAddressTakeAllTurns) {
    std::list<Client> crowd;
    for (int i = 0; i < 60; ++i)
        ask_for_heavy(crowd.emplace_back(port), "192.0.2.1");
    EXPECT_TRUE(first_answered(crowd).hear().starts_with("HTTP/1.1 503 "));
    for (int i = 0; i < 40; ++i)
        ask_for_heavy(crowd.emplace_back(port), "192.0.2." + std::to_string(10 + i));
    get("/api/health");
    gate_.set_value();
    EXPECT_EQ(body_of(crowd.back().hear()), "done");
}

TEST_F(ServerTest, EndsWithoutWaitingForAnswersThatAreHeldBack) {
    hold_ = std::chrono::seconds(60);
    Client client(port);
    client.say("GET /api/held HTTP/1.1\r\n\r\n");
    std::this_thread::sleep_for(milliseconds(100));
    const auto start = std::chrono::steady_clock::now();
    stop();
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
    EXPECT_EQ(body_of(client.hear()), "127.0.0.1");
}

TEST_F(ServerTest, NoticesAtOnceThatAListenerHasLeft) {
    {
        Client listener(port);
        listener.say("GET /api/events HTTP/1.1\r\n" + cookie() + "\r\n");
        EXPECT_TRUE(has(listener.hear("retry: "), "200 OK"));
        EXPECT_EQ(streams.open(), 1);
    }
    for (int tries = 0; tries < 100 && streams.open() > 0; ++tries)
        std::this_thread::sleep_for(milliseconds(20));
    EXPECT_EQ(streams.open(), 0);
}

TEST_F(ServerTest, ListenersMaySayMoreThanTheyWereAsked) {
    Client listener(port);
    listener.say("GET /api/events HTTP/1.1\r\n" + cookie() + "\r\n");
    listener.hear("retry: ");
    listener.say("GET /api/health HTTP/1.1\r\n\r\n");
    std::this_thread::sleep_for(milliseconds(100));
    EXPECT_EQ(streams.open(), 1);
    stop();
    EXPECT_TRUE(listener.hear().ends_with("0\r\n\r\n"));
}

TEST_F(ServerTest, HoldsAnAnswerBackWithoutKeepingOthersWaiting) {
    std::list<Client> crowd;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i)
        crowd.emplace_back(port).say("GET /api/held HTTP/1.1\r\nConnection: close\r\n\r\n");
    for (auto& client : crowd)
        EXPECT_EQ(body_of(client.hear()), "127.0.0.1");
    const auto spent = std::chrono::steady_clock::now() - start;
    EXPECT_GE(spent, milliseconds(400));
    EXPECT_LT(spent, 20 * milliseconds(400));
}

TEST_F(ServerTest, FinishesWhatIsUnderWayWhenItStops) {
    Client idle(port);
    idle.say("GET /api/health HTTP/1.1\r\n\r\n");
    idle.hear("1.2.3");
    Client busy(port);
    busy.say("GET /api/slow HTTP/1.1\r\n\r\n");
    std::this_thread::sleep_for(milliseconds(100));
    server->stop();
    EXPECT_EQ(body_of(busy.hear()), "done");
    EXPECT_EQ(idle.hear(), "");
    stop();
    EXPECT_THROW(Client{port}, std::runtime_error);
}

TEST_F(ServerTest, SaysWhenItsAddressIsTaken) {
    auto others = options;
    others.port = port;
    const auto second = Server::listen(others, *service, metrics);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ProblemCode::address_unavailable);
}

}  // namespace
}  // namespace tenpoint::web

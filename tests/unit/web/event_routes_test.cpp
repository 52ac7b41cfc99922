// SPDX-License-Identifier: Apache-2.0
#include "web/event_routes.hpp"

#include <gtest/gtest.h>
#include <spdlog/spdlog.h>

#include "desks/directory/place.hpp"
#include "served.hpp"

namespace tenpoint::web {
namespace {

using directory::Place;
using record::Visibility;

class EventRoutesTest : public testing::Test, protected Served {
  protected:
    EventRoutesTest() {
        spdlog::set_level(spdlog::level::off);
        options.heartbeat = std::chrono::milliseconds(50);
        start();
    }

    Id add_place(const std::string& code, Visibility visibility = Visibility::partners) {
        Place place;
        place.code = code;
        place.name.en = place.code;
        auto id = node.store()
                      .write(access::Principal::local_administrator("test"),
                             [&](store::Transaction& transaction) {
                                 return transaction.insert(place, {{}, visibility});
                             })
                      .value()
                      .envelope.id;
        node.store().seal();
        return id;
    }
    static std::string ask(const std::string& headers) {
        return "GET /api/events HTTP/1.1\r\n" + headers + "\r\n";
    }
    // The id of the last event in what was heard.
    static std::string last_id(const std::string& heard) {
        return heard.substr(heard.rfind("\nid: ") + 5, 36);
    }
};

TEST_F(EventRoutesTest, AreForWhoeverIsSignedIn) {
    EXPECT_TRUE(get("/api/events").starts_with("HTTP/1.1 401 "));
}

TEST_F(EventRoutesTest, TellOfAChangeWhenItHappens) {
    add_place("BEFORE");
    Client client(port);
    client.say(ask(cookie()));
    const auto header = client.hear("retry: ");
    EXPECT_TRUE(header.starts_with("HTTP/1.1 200 ")) << header;
    EXPECT_TRUE(has(header, "Content-Type: text/event-stream\r\n")) << header;
    EXPECT_FALSE(has(header, "event: change"));
    const auto id = add_place("NOW");
    const auto heard = client.hear("}\n\n");
    EXPECT_TRUE(has(heard, "event: change\ndata: {\"kind\":\"places\",\"id\":\"" + id.text +
                               "\",\"version\":1,\"verb\":\"create\""))
        << heard;
    EXPECT_FALSE(has(heard, "NOW"));
}

TEST_F(EventRoutesTest, BeatWhileNothingHappens) {
    Client client(port);
    client.say(ask(cookie()));
    client.hear("retry: ");
    EXPECT_TRUE(has(client.hear(": \n\n"), ": \n\n"));
    EXPECT_TRUE(has(client.hear(": \n\n"), ": \n\n"));
}

TEST_F(EventRoutesTest, BeatOnTimeThoughThereIsNewsForOthers) {
    Client client(port);
    client.say(ask(cookie()));
    client.hear("retry: ");
    std::jthread writer([&](const std::stop_token& stop) {
        for (int i = 0; !stop.stop_requested(); ++i)
            add_place(std::to_string(i), Visibility::confidential);
    });
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(has(client.hear(": \n\n"), ": \n\n"));
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
}

TEST_F(EventRoutesTest, GoOnWhereTheClientLeftOff) {
    std::string last;
    {
        Client client(port);
        client.say(ask(cookie()));
        client.hear("retry: ");
        add_place("SEEN");
        last = last_id(client.hear("}\n\n"));
    }
    const auto missed = add_place("MISSED");
    Client client(port);
    client.say(ask(cookie() + "Last-Event-ID: " + last + "\r\n"));
    const auto heard = client.hear("}\n\n");
    EXPECT_TRUE(has(heard, missed.text)) << heard;
    EXPECT_FALSE(has(heard, last));
    EXPECT_TRUE(get("/api/events", cookie() + "Last-Event-ID: 7\r\n").starts_with("HTTP/1.1 400"));
}

TEST_F(EventRoutesTest, BeginNowBehindAnEventThatTheDatabaseDoesNotHaveAndSaySo) {
    add_place("BEFORE");
    Client client(port);
    client.say(ask(cookie() + "Last-Event-ID: 01900000-0000-7000-8000-000000000000\r\n"));
    EXPECT_TRUE(has(client.hear("{}\n\n"), "event: anew\ndata: {}\n\n"));
    const auto id = add_place("NOW");
    const auto heard = client.hear("}\n\n");
    EXPECT_TRUE(has(heard, id.text)) << heard;
}

TEST_F(EventRoutesTest, AreOpenToATokenWhileItsAccountIs) {
    const auto token =
        sessions.tokens().issue(node.user(), "a program", store::TokenScope::read, 1).value().token;
    Client client(port);
    client.say(ask("Authorization: Bearer " + token + "\r\n"));
    EXPECT_TRUE(client.hear("retry: ").starts_with("HTTP/1.1 200 "));
    const auto id = add_place("NOW");
    EXPECT_TRUE(has(client.hear("}\n\n"), id.text));
    node.clock().pass(std::chrono::hours(25));
    EXPECT_TRUE(client.hear().ends_with("0\r\n\r\n"));
}

TEST_F(EventRoutesTest, NeverNameARecordThatMayNotBeRead) {
    Client client(port);
    client.say(ask(cookie()));
    client.hear("retry: ");
    const auto secret = add_place("SECRET", Visibility::confidential);
    const auto open = add_place("OPEN");
    const auto heard = client.hear(open.text);
    EXPECT_TRUE(has(heard, open.text)) << heard;
    EXPECT_FALSE(has(heard, secret.text)) << heard;
}

TEST_F(EventRoutesTest, EndWithTheSession) {
    const auto mine = cookie();
    Client client(port);
    client.say(ask(mine));
    client.hear("retry: ");
    sessions.sign_out(mine.substr(mine.find('=') + 1, 64));
    EXPECT_TRUE(client.hear().ends_with("0\r\n\r\n"));
}

TEST_F(EventRoutesTest, DoNotKeepASessionAlive) {
    Client client(port);
    client.say(ask(cookie()));
    client.hear("retry: ");
    std::string heard;  // of the last hour, in which the stream ends
    for (int hours = 0; hours < 13; ++hours) {
        node.clock().pass(std::chrono::hours(1));
        heard = client.hear(": \n\n");
    }
    EXPECT_TRUE((heard + client.hear()).ends_with("0\r\n\r\n"));
}

TEST_F(EventRoutesTest, AreSoManyForOneAccount) {
    const auto mine = cookie();
    std::vector<std::unique_ptr<Client>> clients;
    for (std::size_t i = 0; i < EventStreams::most_of_one; ++i) {
        clients.push_back(std::make_unique<Client>(port));
        clients.back()->say(ask(mine));
        EXPECT_TRUE(clients.back()->hear("retry: ").starts_with("HTTP/1.1 200 "));
    }
    EXPECT_EQ(streams.open(), EventStreams::most_of_one);
    EXPECT_TRUE(get("/api/events", mine).starts_with("HTTP/1.1 429 "));
    clients.clear();
    for (int tries = 0; tries < 100 && streams.open() > 0; ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(streams.open(), 0);
}

TEST_F(EventRoutesTest, HoldNoThreadWhileTheyWait) {
    std::vector<std::unique_ptr<Client>> clients;
    const auto mine = cookie();
    for (int i = 0; i < options.pool_threads * 2; ++i) {
        clients.push_back(std::make_unique<Client>(port));
        clients.back()->say(ask(mine));
        clients.back()->hear("retry: ");
    }
    EXPECT_TRUE(get("/api/health").starts_with("HTTP/1.1 200 "));
    const auto id = add_place("FOR ALL");
    for (const auto& client : clients)
        EXPECT_TRUE(has(client->hear("}\n\n"), id.text));
}

TEST_F(EventRoutesTest, EndWhenTheServerStops) {
    Client client(port);
    client.say(ask(cookie()));
    client.hear("retry: ");
    stop();
    EXPECT_TRUE(client.hear().ends_with("0\r\n\r\n"));
}

}  // namespace
}  // namespace tenpoint::web

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <memory>
#include <netinet/in.h>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "test_node.hpp"
#include "web/event_routes.hpp"
#include "web/server.hpp"
#include "web/session_routes.hpp"
#include "web/status_routes.hpp"

namespace tenpoint::web {

// A client that says exactly what it is told.
class Client {
  public:
    // From any address of the loopback network.
    explicit Client(std::uint16_t port, const char* from = "127.0.0.1")
        : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in own{};
        own.sin_family = AF_INET;
        inet_pton(AF_INET, from, &own.sin_addr);
        if (bind(socket_, reinterpret_cast<sockaddr*>(&own), sizeof own) != 0)
            throw std::runtime_error("cannot bind");
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval patience{30, 0};  // a busy machine is no failure
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("cannot connect");
    }
    ~Client() { close(socket_); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    void say(std::string_view text) {
        while (!text.empty()) {
            const auto sent = send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0) return;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
    }
    // Whether something has come that was not heard yet.
    bool is_answered() const {
        pollfd waiting{socket_, POLLIN, 0};
        return poll(&waiting, 1, 0) == 1;
    }
    // What comes until `end` was seen, or the server hangs up.
    std::string hear(std::string_view end = {}) {
        std::string heard;
        std::string piece(4096, '\0');
        while (end.empty() || heard.find(end) == std::string::npos) {
            const auto count = recv(socket_, piece.data(), piece.size(), 0);
            if (count <= 0) break;
            heard.append(piece, 0, static_cast<std::size_t>(count));
        }
        return heard;
    }

  private:
    int socket_;
};

// A server on a node of its own, with the routes of sessions, health and events, and those that a
// test adds. Started by the test, so that it can set the options first.
class Served {
  public:
    Served() {
        options.port = 0;
        options.upload_folder = node.store().staging_folder();
        options.header_time = std::chrono::seconds(2);  // a test may sign in once it is connected
        options.stall_time = std::chrono::milliseconds(200);
        options.linger_time = std::chrono::milliseconds(100);
        for (auto& more :
             {health_routes(node.store(), "1.2.3"), session_routes(node.store(), sessions),
              event_routes(node.store(), sessions, streams)})
            routes.insert(routes.end(), more.begin(), more.end());
        routes.push_back(metrics_route(metrics, "token of the house"));
    }
    ~Served() { stop(); }

    void start(double per_second = 0) {
        rates = std::make_unique<RateLimiter>(node.clock(), per_second);
        service = std::make_unique<Service>(routes, sessions, files, *rates);
        server = Server::listen(options, *service, metrics).value();
        port = server->port();
        thread_ = std::thread([this] { server->run(); });
    }
    void stop() {
        if (!thread_.joinable()) return;
        server->stop();
        thread_.join();
    }

    std::string exchange(std::string_view text, const char* client_address = "127.0.0.1") const {
        Client client(port, client_address);
        client.say(text);
        return client.hear();
    }
    // A request that ends its connection; `more` are header lines.
    std::string get(std::string_view path, std::string_view more = {},
                    const char* client_address = "127.0.0.1") const {
        return exchange("GET " + std::string(path) + " HTTP/1.1\r\nConnection: close\r\n" +
                            std::string(more) + "\r\n",
                        client_address);
    }
    std::string post(std::string_view path, std::string_view body,
                     std::string_view more = {}) const {
        return exchange("POST " + std::string(path) +
                        " HTTP/1.1\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        "Content-Length: " +
                        std::to_string(body.size()) + "\r\n" + std::string(more) + "\r\n" +
                        std::string(body));
    }
    // The header line of the test node's user, signed in.
    std::string cookie() {
        const auto token = sessions.sign_in(TestNode::user_name, TestNode::password).value();
        return "Cookie: tenpoint_session=" + token + "\r\n";
    }

    TestNode node;
    Sessions sessions{node.store()};
    EventStreams streams{node.store()};
    StaticFiles files{{}, node.randomness()};
    Metrics metrics;
    ServerOptions options;
    Routes routes;
    std::unique_ptr<RateLimiter> rates;
    std::unique_ptr<Service> service;
    std::unique_ptr<Server> server;
    std::uint16_t port = 0;

  private:
    std::thread thread_;
};

inline std::string body_of(const std::string& heard) {
    const auto end = heard.find("\r\n\r\n");
    return end == std::string::npos ? "" : heard.substr(end + 4);
}

inline bool has(const std::string& heard, std::string_view text) {
    return heard.find(text) != std::string::npos;
}

}  // namespace tenpoint::web

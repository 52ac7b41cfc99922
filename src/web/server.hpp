// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "web/service.hpp"

namespace tenpoint::web {

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8010;  // 0: any that is free
    std::filesystem::path upload_folder;

    int network_threads = 1;
    int pool_threads = 4;
    std::size_t most_connections = 1000;  // more are closed as they come

    std::chrono::milliseconds idle_time = std::chrono::seconds{75};    // between two requests
    std::chrono::milliseconds header_time = std::chrono::seconds{10};  // for the whole header
    std::chrono::milliseconds stall_time = std::chrono::seconds{30};   // without any byte
    std::uint64_t least_bytes_per_second = 512;  // over a whole body, beyond stall_time
    std::chrono::milliseconds linger_time = std::chrono::seconds{2};  // for unread bytes at the end
    std::chrono::milliseconds grace = std::chrono::seconds{10};  // for what is under way at the end
};

// HTTP/1.1 over TCP. A few network threads run a coroutine for each connection; all that blocks
// (every call of the service) runs on a pool.
class Server {
  public:
    // Listens at once. Fails with `address_unavailable`.
    static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Service& service);
    ~Server();

    std::uint16_t port() const;

    // Serves until stop() or SIGTERM or SIGINT. Then takes no new connection, closes the idle ones,
    // finishes the answers that are under way within `grace`, and returns.
    void run();
    // May be called from any thread.
    void stop();

  private:
    struct State;
    explicit Server(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace tenpoint::web

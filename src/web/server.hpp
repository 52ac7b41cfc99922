// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "web/metrics.hpp"
#include "web/service.hpp"
#include "web/trusted_proxies.hpp"

namespace tenpoint::web {

// The server's identity, as PEM files: the certificate with those that vouch for it, and its key,
// without a passphrase.
struct TlsFiles {
    std::filesystem::path certificate;
    std::filesystem::path key;
};

struct ServerOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8010;       // 0: any that is free
    std::optional<TlsFiles> tls{};   // nothing: not encrypted
    bool is_reached_by_tls = false;  // browsers reach it under TLS, whatever a proxy says of it
    TrustedProxies proxies{};
    std::filesystem::path upload_folder;

    int network_threads = 1;
    int pool_threads = 4;
    int changing_threads = 32;  // so many requests that change something are worked on at a time
    std::size_t most_connections = 1000;  // beyond it one is answered 503, then closed
    std::size_t most_of_one = 250;        // of one address, but that of a trusted proxy
    std::size_t most_refused = 100;       // so many more at a time; the rest is closed unanswered

    std::chrono::milliseconds idle_time = std::chrono::seconds{75};    // between two requests
    std::chrono::milliseconds header_time = std::chrono::seconds{10};  // first byte, whole header
    std::chrono::milliseconds stall_time = std::chrono::seconds{30};   // without any byte
    std::uint64_t least_bytes_per_second = 512;  // over a whole body, beyond stall_time
    std::chrono::milliseconds linger_time = std::chrono::seconds{2};  // for unread bytes at the end
    std::chrono::milliseconds heartbeat = std::chrono::seconds{15};   // of a quiet live stream
    std::chrono::milliseconds grace = std::chrono::seconds{10};  // for what is under way at the end
};

// HTTP/1.1 over TCP or TLS. A few network threads run a coroutine for each connection; all that
// blocks (every call of the service) runs on a pool.
class Server {
  public:
    // Listens at once. Fails with `address_unavailable` or `unusable_certificate`. What it is given
    // outlives it, and it outlives the last look at the metrics.
    static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Service& service,
                                                  Metrics& metrics);
    ~Server();

    std::uint16_t port() const;

    // Serves until stop() or SIGTERM or SIGINT. Then takes no new connection, closes the idle ones,
    // finishes the answers that are under way within `grace`, and returns.
    void run();
    // This and the next may be called from any thread.
    void stop();
    // Reads certificate and key anew, as SIGHUP does, for the connections that are yet to come. A
    // pair that cannot be used is told in the log, and the old one stays.
    void reload();

  private:
    struct State;
    explicit Server(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace tenpoint::web
